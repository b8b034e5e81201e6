// A pull request on GitHub or a merge request on GitLab, made through their REST interfaces. The
// token goes to the one host that the page may reach, and is in no message, address or store.

import { printOfText } from "./drafts.js";

const JSON_TYPE = { "Content-Type": "application/json" };

/** Why a request was not made: `key` of the words, `values` for them. */
export class NotSentError extends Error {
  constructor(key, values = {}) {
    super(key);
    this.key = key;
    this.values = values;
  }
}

/**
 * Makes the request, or renews the one that was made `before` ({branch, files: {path: print}}) when it is
 * sent again; gives its {address, state}: "opened", "updated" or "same". `repository` is {forge, api, folder};
 * `proposal` is {branch, title, text, files: [{path, base, text}]}, where `base` is null for a new file;
 * `remember` gets what the next `before` is, as soon as the branch has it.
 */
export async function propose(repository, token, proposal, { before = null, remember = () => undefined, ask = fetch } = {}) {
  const forge = FORGES[repository.forge](caller(repository, token, ask), repository);
  const { branch: main, head } = await forge.main();
  if (head === null) throw new NotSentError("repository");
  const files = proposal.files.map((file) => ({ ...file, path: `${repository.folder}/${file.path}` }));
  const tip = await forge.tip(proposal.branch);
  const isOurs = tip !== null && before?.branch === proposal.branch;
  if (tip !== null && !isOurs) throw new NotSentError("branch", { branch: proposal.branch });
  await refuseConflicts(forge, files, head);
  const changes = isOurs ? await changesSince(forge, files, before, { tip, head }) : files.map(({ path, base, text }) => ({ path, was: base, text }));
  if (changes.length) await forge.commit(proposal, changes, isOurs ? tip : head, isOurs);
  remember({ branch: proposal.branch, files: Object.fromEntries(files.map(({ path, text }) => [path, printOfText(text)])) });
  const open = isOurs ? await forge.opened(proposal.branch) : null;
  if (open === null) return { address: await forge.request(proposal, main), state: "opened" };
  return { address: await forge.renew(open, proposal), state: changes.length ? "updated" : "same" };
}

/** Refuses files that are no longer on the main branch what the draft began from, and a draft that is there as a whole. */
async function refuseConflicts(forge, files, head) {
  const now = await Promise.all(files.map(({ path }) => forge.content(path, head)));
  const conflicts = files.filter(({ base, text }, index) => now[index] !== base && now[index] !== text);
  if (conflicts.length) throw new NotSentError("conflict", { names: conflicts.map(({ path }) => path).join(", ") });
  if (files.every(({ text }, index) => now[index] === text)) throw new NotSentError("there");
}

/** What a branch lacks of a draft: {path, was, text}, `text` null for a file that goes; refuses what another has changed there. */
async function changesSince(forge, files, before, { tip, head }) {
  const texts = new Map(files.map(({ path, text }) => [path, text]));
  const found = await Promise.all([...new Set([...texts.keys(), ...Object.keys(before.files)])].map(async (path) =>
    ({ path, was: await forge.content(path, tip), text: texts.get(path) ?? (await forge.content(path, head)) })));
  const changes = found.filter(({ was, text }) => was !== text);
  const base = new Map(files.map((file) => [file.path, file.base]));
  const foreign = changes.filter(({ path, was }) => (path in before.files ? was === null || printOfText(was) !== before.files[path] : was !== base.get(path)));
  if (foreign.length) throw new NotSentError("edited", { names: foreign.map(({ path }) => path).join(", ") });
  return changes;
}

/** Asks the one host: `call(method, path, {body, accept, missing})`; null when what may be missing is. */
function caller({ forge, api, loggedIn = false }, token, ask) {
  const secret = forge === "gitlab" && !loggedIn ? { "PRIVATE-TOKEN": token } : { Authorization: `Bearer ${token}` };
  if (forge === "github") secret["X-GitHub-Api-Version"] = "2022-11-28";
  return async (method, path, { body, accept = "application/json", missing = false } = {}) => {
    const init = {
      method, headers: { ...secret, Accept: accept, ...(body ? JSON_TYPE : {}) }, body: body && JSON.stringify(body),
      credentials: "omit", redirect: "error", referrerPolicy: "no-referrer", cache: "no-store",
    };
    const answer = await ask(`${api}${path}`, init).catch(() => {
      throw new NotSentError("unreachable");
    });
    if (answer.ok) return accept.includes("raw") ? answer.text() : answer.json();
    if (answer.status === 404 && missing) return null;
    throw await refusal(answer);
  };
}

async function refusal(answer) {
  if (answer.status === 401) return new NotSentError("token");
  if (answer.status === 403) return new NotSentError("rights");
  if (answer.status === 404) return new NotSentError("repository");
  const said = await answer.text().catch(() => "");
  return new NotSentError(/already exists/i.test(said) ? "taken" : "refused", { status: answer.status });
}

const inPath = (path) => path.split("/").map(encodeURIComponent).join("/");
const RAW = "application/vnd.github.raw+json";

const github = (call, { api }) => ({
  async main() {
    const { default_branch: branch } = await call("GET", "");
    return { branch, head: await this.tip(branch) };
  },
  tip: async (branch) => (await call("GET", `/git/ref/heads/${inPath(branch)}`, { missing: true }))?.object.sha ?? null,
  content: (path, head) => call("GET", `/contents/${inPath(path)}?ref=${head}`, { accept: RAW, missing: true }),
  async commit({ branch, title }, changes, parent, isThere) {
    const { tree: base } = await call("GET", `/git/commits/${parent}`);
    const entries = changes.map(({ path, text }) => ({ path, mode: "100644", type: "blob", ...(text === null ? { sha: null } : { content: text }) }));
    const tree = await call("POST", "/git/trees", { body: { base_tree: base.sha, tree: entries } });
    const { sha } = await call("POST", "/git/commits", { body: { message: title, tree: tree.sha, parents: [parent] } });
    if (isThere) await call("PATCH", `/git/refs/heads/${inPath(branch)}`, { body: { sha, force: false } });
    else await call("POST", "/git/refs", { body: { ref: `refs/heads/${branch}`, sha } });
  },
  async opened(branch) {
    const [owner] = api.split("/").slice(-2);
    const [found] = await call("GET", `/pulls?state=open&head=${encodeURIComponent(`${owner}:${branch}`)}`);
    return found?.number ?? null;
  },
  renew: async (number, { title, text }) => (await call("PATCH", `/pulls/${number}`, { body: { title, body: text } })).html_url,
  request: async ({ branch, title, text }, main) => (await call("POST", "/pulls", { body: { title, head: branch, base: main, body: text } })).html_url,
});

const gitlab = (call) => ({
  async main() {
    const { default_branch: branch } = await call("GET", "");
    return { branch, head: await this.tip(branch) };
  },
  tip: async (branch) => (await call("GET", `/repository/branches/${encodeURIComponent(branch)}`, { missing: true }))?.commit.id ?? null,
  content: (path, head) => call("GET", `/repository/files/${encodeURIComponent(path)}/raw?ref=${head}`, { accept: "text/plain, raw", missing: true }),
  async commit({ branch, title }, changes, parent, isThere) {
    const actions = changes.map(({ path, was, text }) => (text === null ? { action: "delete", file_path: path } : { action: was === null ? "create" : "update", file_path: path, content: text }));
    await call("POST", "/repository/commits", { body: { branch, ...(isThere ? {} : { start_sha: parent }), commit_message: title, actions } });
  },
  async opened(branch) {
    const [found] = await call("GET", `/merge_requests?state=opened&source_branch=${encodeURIComponent(branch)}`);
    return found?.iid ?? null;
  },
  renew: async (number, { title, text }) => (await call("PUT", `/merge_requests/${number}`, { body: { title, description: text } })).web_url,
  async request({ branch, title, text }, main) {
    const body = { source_branch: branch, target_branch: main, title, description: text };
    return (await call("POST", "/merge_requests", { body })).web_url;
  },
});

const FORGES = { github, gitlab };
