// Edits of a record away from the page, so that typing stays smooth however long the record is:
// {id, text, edits: [[pointer, value, order], …]} in, {id, text} out, or {id, failed}.
import { set } from "./record.js";

addEventListener("message", ({ data: { id, text, edits } }) => {
  try {
    const edited = edits.reduce((now, [pointer, value, order]) => set(now, pointer, value, order), text);
    postMessage({ id, text: edited });
  } catch (error) {
    postMessage({ id, failed: String(error) });
  }
});
