/** The city's time, whatever zone the browser is in. An instant is ISO 8601 with offset, a day `YYYY-MM-DD`. */
const CITY = 'Asia/Tokyo'
const MINUTES_IN_HOUR = 60

const clock = new Intl.DateTimeFormat('en-GB', {
  timeZone: CITY,
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
})
const calendar = new Intl.DateTimeFormat('en-CA', {
  timeZone: CITY,
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
})

/** `8:30` of an instant; the hour without a leading zero. */
export function cityTime(instant: string): string {
  return withoutZero(clock.format(new Date(instant)))
}

/** `08:30` of an instant, as the API takes times of a day. */
export function cityClock(instant: string): string {
  return clock.format(new Date(instant))
}

/** The city's day of an instant. */
export function cityDay(instant: string | Date): string {
  return calendar.format(typeof instant === 'string' ? new Date(instant) : instant)
}

/** Minutes since the city's midnight of an instant. */
export function cityMinutes(instant: string): number {
  return minutesOf(clock.format(new Date(instant)))
}

/** Minutes since midnight of `HH:MM`. */
export function minutesOf(time: string): number {
  const [hours = 0, minutes = 0] = time.split(':').map(Number)
  return hours * MINUTES_IN_HOUR + minutes
}

/** `HH:MM` of minutes since midnight. */
export function timeOfMinutes(minutes: number): string {
  const hour = String(Math.floor(minutes / MINUTES_IN_HOUR)).padStart(2, '0')
  return `${hour}:${String(minutes % MINUTES_IN_HOUR).padStart(2, '0')}`
}

/** `8:30` of `08:30`. */
export function withoutZero(time: string): string {
  return time.replace(/^0(?=\d)/, '')
}

/** The instant of `HH:MM` on a day of the city; Tokyo knows no summer time. */
export function cityInstant(day: string, time: string): string {
  return `${day}T${time}:00+09:00`
}
