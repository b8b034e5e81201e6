// By when an office must answer: the twin of generator/law/due_dates.py. Days are UTC midnights.
"use strict";
(() => {
  const DAY = 86400000;
  const HOURS_OF_A_WORKING_DAY = 8;

  class MissingCalendar extends Error {
    constructor(year) {
      super(String(year));
      this.year = year;
    }
  }

  const iso = (day) => day.toISOString().slice(0, 10);
  const parse = (text) => new Date(`${text}T00:00:00Z`);
  const next = (day, count = 1) => new Date(day.getTime() + count * DAY);

  const workdays = (calendars) => {
    const years = new Map(calendars.map((calendar) => [calendar.year, calendar]));
    const isWorking = (day) => {
      const calendar = years.get(day.getUTCFullYear());
      if (!calendar) throw new MissingCalendar(day.getUTCFullYear());
      const text = iso(day);
      if (calendar.swapped_days.some((swap) => swap.worked === text)) return true;
      if (calendar.swapped_days.some((swap) => swap.off === text)) return false;
      const weekend = [0, 6].includes(day.getUTCDay());
      return !weekend && !calendar.holidays.some((holiday) => holiday.date === text);
    };
    const after = (day, count) => {
      let found = day;
      for (let left = count; left > 0; left -= isWorking(found) ? 1 : 0) found = next(found);
      return found;
    };
    return { isWorking, after, open: (day) => (isWorking(day) ? day : after(day, 1)) };
  };

  const monthsAfter = (day, months) => {
    const first = new Date(Date.UTC(day.getUTCFullYear(), day.getUTCMonth() + months, 1));
    const last = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0));
    return next(first, Math.min(day.getUTCDate(), last.getUTCDate()) - 1);
  };

  const HOURS = { working_day: HOURS_OF_A_WORKING_DAY, hour: 1 };
  const MONTHS = { month: 1, year: 12 };
  const total = (terms, factors) =>
    terms.reduce((sum, { value, unit }) => sum + value * (factors[unit] ?? 0), 0);

  /** The end of terms of one kind: months are counted before days. */
  const lastDay = (terms, received, days) => {
    if (terms[0].unit in HOURS)
      return days.after(received, Math.ceil(total(terms, HOURS) / HOURS_OF_A_WORKING_DAY));
    const end = monthsAfter(received, Math.ceil(total(terms, MONTHS)));
    return days.open(next(end, Math.ceil(total(terms, { day: 1 }))));
  };

  /** What the office is held to: the promise, else the limit; cases and additions of either. */
  const limitOf = ({ time, committed_time: promised }) => ({
    ...(promised ?? time),
    cases: promised?.cases ?? time.cases ?? [],
    additions: promised?.additions ?? time.additions ?? [],
  });

  /** The additions that a due day waits for; completing a dossier is none of them. */
  const addedTime = (additions) =>
    additions.filter((one) => !one.counted && one.reason !== "completion");

  /** Why a limit and additions give no day: `unclear`, `no_figure`, `other_units`; null: they do. */
  const addingProblem = (limit, additions) => {
    for (const one of addedTime(additions)) {
      if (one.counted === undefined) return "unclear";
      if (one.value === undefined) return "no_figure";
      if (one.unit in HOURS !== limit.unit in HOURS) return "other_units";
    }
    return null;
  };

  /** { received, last } as ISO days; null for a limit in words, or additions that give no day.
      Throws MissingCalendar. */
  const due = (limit, submitted, calendars, late = false, additions = []) => {
    if (limit.value === null || limit.unit === "other" || addingProblem(limit, additions)) return null;
    const days = workdays(calendars);
    const day = parse(submitted);
    const received = late || !days.isWorking(day) ? days.after(day, 1) : day;
    const terms = [limit, ...addedTime(additions)];
    return { received: iso(received), last: iso(lastDay(terms, received, days)) };
  };

  globalThis.niemyet = { ...globalThis.niemyet, due, limitOf, addedTime, addingProblem, MissingCalendar };
})();
