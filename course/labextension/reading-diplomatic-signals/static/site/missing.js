// A file that a kernel knows and that is gone by now: JupyterLite's page never answers the kernel's question about it, and
// the kernel, which waits without end, would hang. So it is answered here: the file is empty, and cannot be read.

import { ASKED } from "./locks.js";

const CHANNEL = "/sw-api.v1";

export function answerMissing(contents, channel = new BroadcastChannel(CHANNEL)) {
  const get = contents.get.bind(contents), never = new Date(0).toISOString();
  channel.addEventListener("message", async ({ data }) => {
    const { data: asked, requestId, browsingContextId } = data ?? {};
    if (asked?.method !== "getattr" || ASKED.test(asked.path)) return;
    try {
      await get(asked.path, { content: false });
    } catch {
      const stat = { dev: 1, nlink: 1, uid: 0, gid: 0, rdev: 0, size: 0, blksize: 4096, blocks: 0, timestamp: 0 };
      const response = { ...stat, atime: never, mtime: never, ctime: never };
      // The page's own listener hears this, too, and leaves what is for nobody.
      channel.postMessage({ response, browsingContextId, requestId, pathname: "/api/stdin/nobody" });
    }
  });
}
