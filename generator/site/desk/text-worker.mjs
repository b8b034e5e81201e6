// Edits of a record away from the page, so that typing stays smooth however long the record is:
// {id, text, edits: [[pointer, value, order], …]} in, {id, text} out, or {id, failed}.
import { typedInto } from "./record.js";

addEventListener("message", ({ data: { id, text, edits } }) => {
  try {
    postMessage({ id, text: typedInto(text, edits) });
  } catch (error) {
    postMessage({ id, failed: String(error) });
  }
});
