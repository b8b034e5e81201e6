// Figures of ranked answers and of samples.
export const unaccented = (text) =>
  text.normalize("NFD").replace(/[\u0300-\u036f]/g, "").replaceAll("đ", "d").replaceAll("Đ", "D");

const round = (value) => Math.round(value * 10000) / 10000;

export const percentile = (values, share) => {
  const sorted = [...values].sort((one, two) => one - two);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0;
};

export const spread = (values) => ({
  p50: round(percentile(values, 0.5)),
  p95: round(percentile(values, 0.95)),
});

// The place of the first line with a right code, from 1; Infinity when there is none. A line has
// the codes of a family.
export const rankOf = (found, right) => {
  const place = found.findIndex((codes) => codes.some((code) => right.includes(code)));
  return place < 0 ? Infinity : place + 1;
};

export const quality = (ranks) => {
  const within = (limit) => round(ranks.filter((rank) => rank <= limit).length / ranks.length);
  const reciprocal = ranks.reduce((sum, rank) => sum + 1 / rank, 0);
  return {
    questions: ranks.length,
    "hit@1": within(1),
    "hit@5": within(5),
    "hit@10": within(10),
    mrr: round(reciprocal / ranks.length),
  };
};

// The same figures for every kind of question, and for all.
export const byKind = (questions, ranks) => {
  const kinds = [...new Set(questions.flatMap(({ kinds: found }) => found))].sort();
  const of = (kind) => ranks.filter((_, place) => questions[place].kinds.includes(kind));
  return Object.fromEntries([["all", quality(ranks)], ...kinds.map((kind) => [kind, quality(of(kind))])]);
};
