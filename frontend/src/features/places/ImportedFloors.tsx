import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { dayNameWithYear } from '#/lib/dates'
import { useLanguage } from '#/lib/useLanguage'
import type { Imported } from './useImport'

interface ImportedFloorsProps {
  floors: Imported['floors']
  draftLink: (draft: number, children: ReactNode) => ReactNode
}

/** The floors that would change, or did: how many desks, and the draft to open. */
export function ImportedFloors({ floors, draftLink }: ImportedFloorsProps) {
  const { t } = useTranslation('places')
  const language = useLanguage()
  return (
    <ul className="floor-cards">
      {floors.map(({ code, name, changes, later, draft }) => {
        const counts = [
          ['new', changes.desks_new.length],
          ['moved', changes.desks_moved.length],
          ['changed', changes.desks_changed.length],
          ['retired', changes.desks_retired.length],
        ] as const
        const told = counts.filter(([, count]) => count > 0)
        return (
          <li key={code} className="floor-card floor-card-head">
            <h3 className="text-lg font-bold">{name}</h3>
            <p className="grow">
              {told.length === 0
                ? t('import.otherChanges')
                : told
                    .map(([change, count]) =>
                      t('import.count', { what: t(`review.change.${change}`), count }),
                    )
                    .join(t('editor.separator'))}
              {later && (
                <span className="block text-sm text-quiet">
                  {t('import.later', { day: dayNameWithYear(later, language) })}
                </span>
              )}
            </p>
            {draft !== null && draftLink(draft, t('overview.open'))}
          </li>
        )
      })}
    </ul>
  )
}
