import { useTranslation } from 'react-i18next'
import type { components } from '#/api/generated/schema'
import { WarningIcon } from '#/ui/icons'

interface ImportMistakesProps {
  mistakes: readonly components['schemas']['ImportMistake'][]
  total: number
}

/** What has to be mended in the files: which file, line and column, and what is wrong. */
export function ImportMistakes({ mistakes, total }: ImportMistakesProps) {
  const { t } = useTranslation('places')
  return (
    <section role="alert" aria-labelledby="import-mistakes">
      <h2 id="import-mistakes" className="flex items-center gap-2 text-xl font-bold">
        <WarningIcon className="text-warn" />
        {t('import.mistakes', { count: total })}
      </h2>
      <p className="mt-1 mb-3 text-quiet">{t('import.mend')}</p>
      <table className="places-table" aria-labelledby="import-mistakes">
        <thead>
          <tr>
            <th scope="col">{t('import.file')}</th>
            <th scope="col">{t('import.line')}</th>
            <th scope="col">{t('import.column')}</th>
            <th scope="col">{t('import.words')}</th>
          </tr>
        </thead>
        <tbody>
          {mistakes.map((mistake, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the list comes whole; two lines may say the same
            <tr key={index}>
              <th scope="row">{mistake.file}</th>
              <td data-label={t('import.line')}>{mistake.line ?? '—'}</td>
              <td data-label={t('import.column')}>{mistake.column ?? '—'}</td>
              <td>{mistake.words}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {total > mistakes.length && (
        <p className="mt-2 text-sm text-quiet">{t('import.more', { count: total - mistakes.length })}</p>
      )}
    </section>
  )
}
