import { useTranslation } from 'react-i18next'
import type { components } from '#/api/generated/schema'
import { CHANGES, type Change, ChangeSign } from './ChangeMap'

type Changes = components['schemas']['DraftChanges']

const FIELDS: Record<Change, keyof Changes & `desks_${string}`> = {
  new: 'desks_new',
  moved: 'desks_moved',
  changed: 'desks_changed',
  retired: 'desks_retired',
}
const SHOWN = 24

/** What changes, counted and by code. */
export function ChangeSummary({ changes }: { changes: Changes }) {
  const { t } = useTranslation('places')
  const areas = (['areas_new', 'areas_changed', 'areas_gone'] as const).filter(
    (field) => changes[field].length > 0,
  )
  return (
    <div>
      <dl className="change-counts">
        {CHANGES.map((change) => (
          <div key={change} className="change-count">
            <dt>
              <ChangeSign change={change} />
              {t(`review.change.${change}`)}
            </dt>
            <dd>
              {changes[FIELDS[change]].length}
              <span className="ms-1 text-base">{t('review.desksUnit')}</span>
            </dd>
          </div>
        ))}
      </dl>
      <dl className="change-codes">
        {CHANGES.filter((change) => changes[FIELDS[change]].length > 0).map((change) => (
          <Codes key={change} title={t(`review.change.${change}`)} codes={changes[FIELDS[change]]} />
        ))}
        {areas.map((field) => (
          <Codes key={field} title={t(`review.${field}`)} codes={changes[field]} />
        ))}
        {changes.plan && (
          <>
            <dt>{t('review.plan')}</dt>
            <dd>{t('review.planChanged')}</dd>
          </>
        )}
      </dl>
    </div>
  )
}

function Codes({ title, codes }: { title: string; codes: readonly string[] }) {
  const { t } = useTranslation('places')
  const shown = codes.slice(0, SHOWN).join(t('editor.separator'))
  const rest = codes.slice(SHOWN)
  return (
    <>
      <dt>{title}</dt>
      <dd>
        {shown}
        {rest.length > 0 && (
          <details>
            <summary className="min-h-11 cursor-pointer py-2 text-link">
              {t('review.more', { count: rest.length })}
            </summary>
            {rest.join(t('editor.separator'))}
          </details>
        )}
      </dd>
    </>
  )
}
