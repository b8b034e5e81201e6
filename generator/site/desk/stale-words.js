// Words that were those of another state: a fee is no longer free, and its wording still says so.

const feesOf = ({ channels }) =>
  (channels?.items ?? []).flatMap(({ id, fees }, channel) =>
    (fees?.items ?? []).map((fee, index) => ({ key: `${id} ${fee.id}`, fee, pointer: ["channels", "items", channel, "fees", "items", index] })));

/** Fees whose state has changed since `before` and whose wording has not: problems at the wording. */
export function staleWords(before, value) {
  const known = new Map(feesOf(before ?? {}).map(({ key, fee }) => [key, fee]));
  const isStale = ({ key, fee }) => fee.text && known.get(key)?.text === fee.text && known.get(key).state !== fee.state;
  return feesOf(value).filter(isStale).map(({ pointer }) => ({ pointer: [...pointer, "text"], key: "stale_words", values: {}, doubt: true }));
}
