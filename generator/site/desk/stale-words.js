// Words that were those of another state: a fee is no longer free, a part has items where there were
// none, and the wording still says so.

const ANSWERS = ["items", "none", "not_stated"];

/** What a fee, or a part, answers: its state, or which of the keys of answers it has. */
const answerOf = (one) => one.state ?? ANSWERS.find((key) => key in one);

/** The mappings with an answer and words, each with a name that stays when items move. */
function wordedIn(value, pointer = [], name = "") {
  if (value === null || typeof value !== "object") return [];
  const inner = Array.isArray(value)
    ? value.flatMap((one, index) => wordedIn(one, [...pointer, index], `${name}/${one?.id ?? index}`))
    : Object.entries(value).flatMap(([key, one]) => wordedIn(one, [...pointer, key], `${name}/${key}`));
  return value.text && answerOf(value) ? [{ name, pointer, answer: answerOf(value), text: value.text }, ...inner] : inner;
}

/** What has changed its answer since `before` and not its wording: problems at the wording. */
export function staleWords(before, value) {
  const known = new Map(wordedIn(before ?? {}).map((one) => [one.name, one]));
  const isStale = ({ name, answer, text }) => known.get(name)?.text === text && known.get(name).answer !== answer;
  return wordedIn(value).filter(isStale).map(({ pointer }) => ({ pointer: [...pointer, "text"], key: "stale_words", values: {}, doubt: true }));
}
