const dayMinutes = 1440;

/** Minutes of election day, kept on it: what is before its midnight or after the next stands at that edge. */
export function placeOnDay(minutes: number): number {
  return Math.min(dayMinutes, Math.max(0, minutes));
}

/** `HH:MM` of minutes since a midnight, of whatever day; the end of the day is written 24:00. */
export function clockTextOf(minutes: number): string {
  if (minutes === dayMinutes) return '24:00';
  const inDay = ((minutes % dayMinutes) + dayMinutes) % dayMinutes;
  return `${String(Math.floor(inDay / 60)).padStart(2, '0')}:${String(inDay % 60).padStart(2, '0')}`;
}
