// Logging in at GitLab: OAuth 2.0 with a code and PKCE (RFC 7636), in a window of its own. Nothing is
// stored; the window that the forge leads back to hands the code over on a channel of this origin.
import { NotSentError } from "./forge.js";

export const CHANNEL = "niemyet-desk-login";
const PATIENCE = 300_000;

const base64 = (bytes) => btoa(String.fromCharCode(...new Uint8Array(bytes))).replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "");
const secret = () => base64(crypto.getRandomValues(new Uint8Array(32)));

/** The token of a login; `repository` has `login` and `application`. Rejects with NotSentError. */
export async function logIn({ login, application }, ask = fetch) {
  const opened = window.open("", "_blank", "popup,width=600,height=700"); // at once: browsers ask for a click
  if (!opened) throw new NotSentError("window");
  const [verifier, state] = [secret(), secret()];
  const challenge = base64(await crypto.subtle.digest("SHA-256", new TextEncoder().encode(verifier)));
  const back = new URL("dang-nhap.html", location.href).href;
  const asked = { client_id: application, redirect_uri: back, response_type: "code", state, scope: "api", code_challenge: challenge, code_challenge_method: "S256" };
  opened.location.replace(`${login}/authorize?${new URLSearchParams(asked)}`);
  const code = await codeOf(state);
  const body = new URLSearchParams({ grant_type: "authorization_code", client_id: application, code, redirect_uri: back, code_verifier: verifier });
  const init = { method: "POST", body, credentials: "omit", redirect: "error", referrerPolicy: "no-referrer", cache: "no-store" };
  const answer = await ask(`${login}/token`, init).catch(() => {
    throw new NotSentError("unreachable");
  });
  const { access_token: token } = answer.ok ? await answer.json() : {};
  if (!token) throw new NotSentError("login");
  return token;
}

/** The code that comes back to the window of the login with the state that was sent. */
function codeOf(state) {
  const channel = new BroadcastChannel(CHANNEL);
  const code = new Promise((resolve, reject) => {
    setTimeout(() => reject(new NotSentError("login")), PATIENCE);
    channel.addEventListener("message", ({ data }) => {
      if (data.state !== state) return;
      if (data.code) resolve(data.code);
      else reject(new NotSentError("login"));
    });
  });
  return code.finally(() => channel.close());
}
