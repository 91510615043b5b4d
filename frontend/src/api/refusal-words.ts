import type { TFunction } from 'i18next'

/**
 * The words of a refusal's code. `fallback` speaks where there are none: a code newer than this screen, or words not
 * yet loaded.
 */
export function refusalWords(t: TFunction, code: string, fallback?: string): string {
  // The code comes from the server, so the compiler cannot know that there is a key for it.
  return t(`refusals:${code}` as 'refused.unknown', { defaultValue: fallback || t('refused.unknown') })
}
