import { useTranslation } from 'react-i18next'
import { Notice } from '#/ui/Notice'
import type { Problem } from './shapes'

interface FileProblemProps {
  problem: Problem
  name: string
  /** It was taken over before, and that stands. */
  again?: boolean
}

/** Why nothing of a file was taken, where, and what to do. */
export function FileProblem({ problem, name, again = false }: FileProblemProps) {
  const { t } = useTranslation('gateLog')
  const column = problem.column
  return (
    <Notice tone="warn">
      <p className="font-bold">{t(`problem.${problem.code}`)}</p>
      <p>
        {problem.line > 0 && (
          <span className="me-2 font-bold break-all">{t('at', { name, line: problem.line })}</span>
        )}
        {t(again ? 'nothingNew' : 'nothingTaken')}
      </p>
      {column && (
        <>
          <p>
            {problem.code === 'column_twice'
              ? t('twice', { column: t(`column.${column}`) })
              : t('missing', { column: t(`column.${column}`), names: problem.names.join(t('comma')) })}
          </p>
          <p className="break-all">{t('found', { names: problem.found.join(t('comma')) || t('nothing') })}</p>
        </>
      )}
      <p className="mt-1">{t(`mend.${problem.code}`)}</p>
    </Notice>
  )
}
