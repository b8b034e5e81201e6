// Which version of a procedure binds when: `intervals` and `rows` as the published site has them.

const NONE = { intervals: [], rows: [] };

export const timelineOf = (timelines, code) => timelines[code] ?? NONE;

/** Whether a version is the text of a procedure on a day. */
export const bindsOn = ({ intervals }, version, day) =>
  intervals.some((one) => one.version === version && (one.from ?? "") <= day && (one.until === null || day < one.until));

/** The version that a decision amends on a day: the one that binds then, else the last one. */
export function versionOn({ intervals }, day) {
  const binding = intervals.filter(({ from, until }) => (from ?? "") <= day && (until === null || day < until));
  return (binding.at(-1) ?? intervals.at(-1))?.version ?? null;
}

/** The versions that are to bind later, which a row of an earlier day would end. */
export const waitingAfter = ({ intervals }, day) => intervals.filter(({ from }) => from !== null && from > day);

/** The rows of all procedures that have not taken effect by a day, each once. */
export function rowsAfter(timelines, day) {
  const found = new Map();
  for (const [code, { rows }] of Object.entries(timelines)) {
    for (const row of rows) {
      if (row.effective === null || row.effective <= day) continue;
      const key = `${row.decision} ${row.row}`;
      if (!found.has(key)) found.set(key, { ...row, procedures: [] });
      found.get(key).procedures.push(code);
    }
  }
  return [...found.values()];
}
