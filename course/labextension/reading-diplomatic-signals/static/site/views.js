// What a saved notebook keeps, as `course/server/outputs.py` decides where there is a server: not the view of a widget, which
// is dead once its kernel is gone, if the same stands beside it as HTML.

const VIEW = "application/vnd.jupyter.widget-view+json";

export function settled(notebook) {
  const { widgets: _, ...metadata } = notebook.metadata ?? {};
  const cells = (notebook.cells ?? []).map((cell) => (cell.outputs ? { ...cell, outputs: cell.outputs.map(withoutView) } : cell));
  return { ...notebook, metadata, cells };
}

function withoutView(output) {
  if (!output.data?.["text/html"] || !output.data[VIEW]) return output;
  const { [VIEW]: _, ...data } = output.data;
  return { ...output, data };
}

export function settleOnSaving(contents) {
  const save = contents.save.bind(contents);
  contents.save = (path, given) => save(path, given?.type === "notebook" && given.content ? { ...given, content: settled(given.content) } : given);
}
