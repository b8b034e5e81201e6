// The window that a forge leads back to after a login: it hands the code to the page, and closes.
import { CHANNEL } from "./login.js";

const answer = new URLSearchParams(location.search);
history.replaceState(null, "", location.pathname);
new BroadcastChannel(CHANNEL).postMessage({ code: answer.get("code"), state: answer.get("state") });
window.close();
