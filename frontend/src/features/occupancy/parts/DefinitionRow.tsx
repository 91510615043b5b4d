import { useTranslation } from 'react-i18next'
import { CloseIcon } from '#/ui/icons'
import type { Scope } from '../answers'
import type { Figure } from '../figures'
import { percent } from '../numbers'

interface DefinitionRowProps {
  id: string
  figure: Figure
  scope: Scope
  onClose: () => void
}

/** What a figure means, across the whole width under the figures: it does not float over anything. */
export function DefinitionRow({ id, figure, scope, onClose }: DefinitionRowProps) {
  const { t } = useTranslation('occupancy')
  const title = t('define.title', { figure: figure.label })
  return (
    <section id={id} aria-label={title} className="definition-row">
      <p className="font-bold">{title}</p>
      <div className="max-w-[44em]">
        <p>{figure.definition}</p>
        <p className="mt-1 text-sm text-quiet">
          {t('define.basis', {
            source: figure.source ? t(`presence.${figure.source}`) : t(`source.${scope.source}`),
            days: scope.working_days,
            coverage: scope.coverage.share === null ? '—' : `${percent(scope.coverage.share)}%`,
          })}
        </p>
      </div>
      <button type="button" onClick={onClose} className="definition-close">
        <CloseIcon size={18} />
        {t('define.shut')}
      </button>
    </section>
  )
}
