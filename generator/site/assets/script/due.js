// By when an office must answer: the twin of generator/law/due.py. Days are UTC midnights.
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

  const lastDay = ({ value, unit }, received, days) => {
    if (unit === "working_day") return days.after(received, Math.ceil(value));
    if (unit === "hour") return days.after(received, Math.ceil(value / HOURS_OF_A_WORKING_DAY));
    if (unit === "day") return days.open(next(received, Math.ceil(value)));
    return days.open(monthsAfter(received, Math.ceil(value * (unit === "year" ? 12 : 1))));
  };

  /** { received, last } as ISO days; null for a limit in words. Throws MissingCalendar. */
  const due = (limit, submitted, calendars, late = false) => {
    if (limit.value === null || limit.unit === "other") return null;
    const days = workdays(calendars);
    const day = parse(submitted);
    const received = late || !days.isWorking(day) ? days.after(day, 1) : day;
    return { received: iso(received), last: iso(lastDay(limit, received, days)) };
  };

  globalThis.niemyet = { ...globalThis.niemyet, due, MissingCalendar };
})();
