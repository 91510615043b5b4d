import type { Language } from '#/lib/i18n'

const PERCENT_AT_MOST_ONE_DIGIT = { style: 'percent', maximumFractionDigits: 1 } as const

/** `2,362`. */
export function whole(value: number, language: Language): string {
  return Math.round(value).toLocaleString(localeOf(language))
}

/** `22.8`, and `1.4` where `digits` is one. */
export function decimal(value: number, language: Language, digits = 1): string {
  return value.toLocaleString(localeOf(language), {
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  })
}

/** `22.8`, and `0.0031` of what would be nothing with one digit. */
export function finely(value: number, language: Language): string {
  if (value === 0 || value >= 0.05) return decimal(value, language)
  return value.toLocaleString(localeOf(language), { maximumSignificantDigits: 2 })
}

/** Days a year: `190`, and `0.5` of less than ten. */
export function someDays(days: number): number {
  return days < 10 ? Math.round(days * 10) / 10 : Math.round(days)
}

/** `79.0%` of 0.79. */
export function percent(share: number, language: Language): string {
  return share.toLocaleString(localeOf(language), { ...PERCENT_AT_MOST_ONE_DIGIT, minimumFractionDigits: 1 })
}

/** `5.3%`, and `0.22%` of less than one in a hundred. */
export function seldom(share: number, language: Language): string {
  if (share === 0 || share >= 0.01) return percent(share, language)
  return share.toLocaleString(localeOf(language), { style: 'percent', maximumSignificantDigits: 2 })
}

/** `5%`, `2.5%` of 0.05, 0.025. */
export function shortPercent(share: number, language: Language): string {
  return share.toLocaleString(localeOf(language), PERCENT_AT_MOST_ONE_DIGIT)
}

/** `+10%`, `−5%`, `±0%`. */
export function signedPercent(share: number, language: Language): string {
  const said = shortPercent(Math.abs(share), language)
  return share === 0 ? `±${said}` : `${share > 0 ? '+' : '−'}${said}`
}

/** `2,334–2,394`. */
export function range([low = 0, high = 0]: readonly number[], language: Language): string {
  return `${whole(low, language)}–${whole(high, language)}`
}

/** What was typed as a whole number between the ends; null for nothing, undefined for what is none. */
export function wholeTyped(typed: string, least: number, most: number): number | null | undefined {
  return typedWithin(typed, least, most, Number.isInteger)
}

/** What was typed in per cent, as a fraction. */
export function percentTyped(typed: string, least: number, most: number): number | null | undefined {
  const number = typedWithin(typed.replace(/[%%]\s*$/u, ''), least * 100, most * 100, Number.isFinite)
  return typeof number === 'number' ? Math.round(number * 1000) / 100_000 : number
}

function typedWithin(
  typed: string,
  least: number,
  most: number,
  fits: (number: number) => boolean,
): number | null | undefined {
  const plain = typed.normalize('NFKC').replace(/[,\s]/g, '').replace(/[−‐–]/g, '-')
  if (plain === '') return null
  const number = Number(plain)
  return fits(number) && number >= least && number <= most ? number : undefined
}

function localeOf(language: Language): string {
  return language === 'ja' ? 'ja-JP' : 'en-GB'
}
