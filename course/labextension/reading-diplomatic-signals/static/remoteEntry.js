// What JupyterLab's page loads first: it offers the extension as a module federation container does, without a build.
// The rest are ECMAScript modules beside it.
(() => {
  const here = document.currentScript.src;
  let scope;

  window._JUPYTERLAB = window._JUPYTERLAB || {};
  window._JUPYTERLAB["reading-diplomatic-signals"] = {
    init(shared) {
      scope = shared;
    },
    async get() {
      const { extension } = await import(new URL("extension.js", here));
      const loaded = await extension(scope);
      return () => loaded;
    },
  };
})();
