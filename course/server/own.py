"""JupyterLab that a user's own set-up can't turn into another: what of it reaches the course, and what does not.

Somebody who has used Jupyter before may have a configuration for other work: another folder, another kernel, classes
and extensions that the course's environment lacks. Of its files only what `KEPT` names is taken: how the server is
reached, how one logs in, and which browser opens. Settings made in JupyterLab's own dialogs stay the user's.
"""

import os
import sys
from pathlib import Path
from typing import Any

from jupyter_core.paths import ENV_CONFIG_PATH, jupyter_config_path, jupyter_data_dir
from jupyter_server.serverapp import ServerApp
from jupyter_server.services.config import manager
from traitlets.config.loader import Config, ConfigFileNotFound, JSONFileConfigLoader, PyFileConfigLoader

# The names by which Jupyter has known its server's settings; the first is today's, and the last to be read.
APPS = ("ServerApp", "LabApp", "ExtensionApp", "NotebookApp")
LOGIN = ("IdentityProvider", "PasswordIdentityProvider")
KEPT = {
    "allow_origin", "allow_origin_pat", "allow_password_change", "allow_remote_access", "allow_root", "base_url",
    "browser", "certfile", "client_ca", "custom_display_url", "ip", "keyfile", "local_hostnames", "open_browser",
    "password", "password_required", "port", "port_retries", "sock", "sock_mode", "ssl_options", "token",
    "trust_xheaders", "use_redirect_file", "webbrowser_open_new", "websocket_url",
}  # fmt: skip
KEPT_OF_LOGIN = {"allow_password_change", "hashed_password", "password_required", "token"}
FILES = ("jupyter_config", "jupyter_server_config", "jupyter_lab_config")

# Of Python's own variables these concern only how it reads and writes text and files; any other could change what runs.
HARMLESS = {
    "PYTHONDONTWRITEBYTECODE", "PYTHONHASHSEED", "PYTHONIOENCODING", "PYTHONPYCACHEPREFIX", "PYTHONUNBUFFERED",
    "PYTHONUTF8",
}  # fmt: skip


def surroundings(environment: dict[str, str], prefix: Path, ipython: Path) -> dict[str, str]:
    """The variables for the course's server and its kernels. Pure.

    Args:
        environment: the user's variables.
        prefix: folder of the environment that holds the course.
        ipython: folder for what IPython keeps, in place of the user's own with its start-up files.

    Returns:
        The same without what would bring in other code, and with the environment's own kernel first.
    """
    kept = {n: v for n, v in environment.items() if not n.startswith("PYTHON") or n in HARMLESS}
    kept.pop("JUPYTERLAB_DIR", None)  # another JupyterLab's pages
    own = str(prefix / "share" / "jupyter")
    others = [p for p in kept.get("JUPYTER_PATH", "").split(os.pathsep) if p and p != own]
    return kept | {
        "PYTHONNOUSERSITE": "1",
        "JUPYTER_PREFER_ENV_PATH": "1",
        "JUPYTER_PATH": os.pathsep.join([own, *others]),
        "IPYTHONDIR": str(ipython),
    }


def folder(prefix: Path) -> Path:
    """Where JupyterLab keeps its layout and IPython its history: in the environment, if it can be written."""
    return prefix if os.access(prefix, os.W_OK) else Path(jupyter_data_dir()) / "reading-diplomatic-signals"


def users(folders: list[str]) -> Config:
    """What the course keeps of the configuration in some folders, the first of which counts most.

    A file that can't be read is named in one line on standard error, and left out.
    """
    found = Config()
    for name in FILES:
        for folder in reversed(folders):
            for kind, ending in ((PyFileConfigLoader, "py"), (JSONFileConfigLoader, "json")):
                try:
                    found.merge(chosen(kind(f"{name}.{ending}", path=folder).load_config()))
                except ConfigFileNotFound:
                    pass
                except (Exception, SystemExit) as error:  # noqa: BLE001 - it is the user's own program
                    file = Path(folder, f"{name}.{ending}")
                    print(f"{file} is left out, as it can't be read: {type(error).__name__}: {error}", file=sys.stderr)
    return found


def chosen(config: Config) -> Config:
    """Of one file's configuration what the course keeps, under today's names."""
    kept = Config()
    for app in reversed(APPS):
        for name in sorted(KEPT & set(config.get(app, {}))):
            kept.ServerApp[name] = config[app][name]
    for provider in LOGIN:
        for name in sorted(KEPT_OF_LOGIN & set(config.get(provider, {}))):
            kept[provider][name] = config[provider][name]
    return kept


class CourseServer(ServerApp):
    """A server that reads the environment's configuration whole, and of the user's and the system's what is kept."""

    @property
    def config_file_paths(self) -> list[str]:
        """Where server and extensions look for files that count whole."""
        return list(ENV_CONFIG_PATH)

    def load_config_file(self, suppress_errors: bool = True) -> None:  # type: ignore[override]
        """Read the files; what the command line says counts more than they."""
        super().load_config_file(suppress_errors)
        config = users([p for p in jupyter_config_path() if p not in ENV_CONFIG_PATH])
        config.merge(self.cli_config)
        self.update_config(config)

    def start_app(self) -> None:
        """Start, and say the address where Jupyter would not: it does only where it made up a token itself."""
        super().start_app()
        if not (self.identity_provider.token and self.identity_provider.token_generated):
            print(f"JupyterLab is at {self.display_url}", file=sys.stderr, flush=True)


def isolate(app: Any) -> None:  # noqa: ANN401 - JupyterLab's classes are untyped
    """Let JupyterLab's application start on a `CourseServer`, and read which extensions are off where that reads."""
    app.serverapp_class = CourseServer
    # The only place where JupyterLab looks up extensions that a user has switched off or locked; it has no setting.
    manager.jupyter_config_path = lambda: list(ENV_CONFIG_PATH)  # type: ignore[attr-defined]
