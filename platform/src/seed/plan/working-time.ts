export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

const OPENS = 8;
const CLOSES = 18;
const WORKING_DAY = (CLOSES - OPENS) * HOUR;

/** The midnight (UTC) at or before a moment. Everything here is in milliseconds since the Unix epoch. */
export function dayOf(moment: number): number {
  return Math.floor(moment / DAY) * DAY;
}

function isWeekend(moment: number): boolean {
  const weekday = new Date(moment).getUTCDay();
  return weekday === 0 || weekday === 6;
}

/** A moment at which somebody works: this one, or the first one of the next working day. */
export function inWorkingHours(moment: number): number {
  const day = dayOf(moment);
  const opens = day + OPENS * HOUR;
  if (isWeekend(day) || moment >= day + CLOSES * HOUR) return inWorkingHours(day + DAY + OPENS * HOUR);
  return Math.max(moment, opens);
}

/** The moment that many working days later; a half is half a working day's hours. */
export function afterWorkingDays(moment: number, days: number): number {
  let at = inWorkingHours(moment);
  for (let whole = Math.floor(days); whole > 0; whole--) at = inWorkingHours(at + DAY);
  const rest = (days - Math.floor(days)) * WORKING_DAY;
  const left = dayOf(at) + CLOSES * HOUR - at;
  if (rest < left) return at + rest;
  return inWorkingHours(dayOf(at) + DAY + OPENS * HOUR) + (rest - left);
}

/** A time of the working day that is that many working days before. @param hour of the day, 9.5 is half past nine */
export function workingDaysBefore(moment: number, days: number, hour: number): number {
  let day = dayOf(moment);
  for (let left = days; left > 0; ) {
    day -= DAY;
    if (!isWeekend(day)) left -= 1;
  }
  return day + hour * HOUR;
}

/** A full or half hour of the working day that is that many working days later. */
export function slotAfter(moment: number, workingDays: number, hour: number): number {
  return dayOf(afterWorkingDays(moment, workingDays)) + hour * HOUR;
}
