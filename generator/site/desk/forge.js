// A pull request on GitHub or a merge request on GitLab, made through their REST interfaces. The
// token goes to the one host that the page may reach, and is in no message, address or store.

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
 * Makes the request and returns its address. `repository` is {forge, api, folder}; `proposal` is
 * {branch, title, text, files: [{path, base, text}]}, where `base` is null for a new file; `made`
 * are the branches that an earlier try has made with the same files.
 */
export async function propose(repository, token, proposal, made = new Set(), ask = fetch) {
  const forge = FORGES[repository.forge](caller(repository, token, ask));
  const { branch: main, head } = await forge.main();
  const files = proposal.files.map((file) => ({ ...file, path: `${repository.folder}/${file.path}` }));
  if (!made.has(proposal.branch)) {
    if (await forge.hasBranch(proposal.branch)) throw new NotSentError("branch", { branch: proposal.branch });
    const conflicts = await conflictsOf(forge, files, head);
    if (conflicts.length) throw new NotSentError("conflict", { names: conflicts.join(", ") });
    await forge.commit(proposal, files, head);
    made.add(proposal.branch);
  }
  return forge.request(proposal, main);
}

/** The files that are no longer on the main branch what the draft began from. */
async function conflictsOf(forge, files, head) {
  const now = await Promise.all(files.map(({ path }) => forge.content(path, head)));
  return files.filter(({ base, text }, index) => now[index] !== base && now[index] !== text).map(({ path }) => path);
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

const github = (call) => ({
  async main() {
    const { default_branch: branch } = await call("GET", "");
    const { object } = await call("GET", `/git/ref/heads/${inPath(branch)}`);
    return { branch, head: object.sha };
  },
  hasBranch: async (branch) => (await call("GET", `/git/ref/heads/${inPath(branch)}`, { missing: true })) !== null,
  content: (path, head) => call("GET", `/contents/${inPath(path)}?ref=${head}`, { accept: RAW, missing: true }),
  async commit({ branch, title }, files, head) {
    const { tree: base } = await call("GET", `/git/commits/${head}`);
    const entries = files.map(({ path, text }) => ({ path, mode: "100644", type: "blob", content: text }));
    const tree = await call("POST", "/git/trees", { body: { base_tree: base.sha, tree: entries } });
    const commit = await call("POST", "/git/commits", { body: { message: title, tree: tree.sha, parents: [head] } });
    await call("POST", "/git/refs", { body: { ref: `refs/heads/${branch}`, sha: commit.sha } });
  },
  async request({ branch, title, text }, main) {
    const { html_url: address } = await call("POST", "/pulls", { body: { title, head: branch, base: main, body: text } });
    return address;
  },
});

const gitlab = (call) => ({
  async main() {
    const { default_branch: branch } = await call("GET", "");
    const { commit } = await call("GET", `/repository/branches/${encodeURIComponent(branch)}`);
    return { branch, head: commit.id };
  },
  hasBranch: async (branch) => (await call("GET", `/repository/branches/${encodeURIComponent(branch)}`, { missing: true })) !== null,
  content: (path, head) => call("GET", `/repository/files/${encodeURIComponent(path)}/raw?ref=${head}`, { accept: "text/plain, raw", missing: true }),
  async commit({ branch, title }, files, head) {
    const actions = files.map(({ path, base, text }) => ({ action: base === null ? "create" : "update", file_path: path, content: text }));
    await call("POST", "/repository/commits", { body: { branch, start_sha: head, commit_message: title, actions } });
  },
  async request({ branch, title, text }, main) {
    const body = { source_branch: branch, target_branch: main, title, description: text };
    const { web_url: address } = await call("POST", "/merge_requests", { body });
    return address;
  },
});

const FORGES = { github, gitlab };
