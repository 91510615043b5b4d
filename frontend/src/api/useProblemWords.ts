import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import { useLanguage } from '#/lib/useLanguage'
import { type ProblemWords, problemWords } from './problem-words'

/** Turns an error into words in the language of the screen. */
export function useProblemWords(): (error: unknown) => ProblemWords {
  const { t } = useTranslation()
  const language = useLanguage()
  return useCallback((error) => problemWords(t, language, error), [t, language])
}
