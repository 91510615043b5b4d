import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { LayoutDraftBrief, LayoutVersion } from '#/api/layout-drafts'
import { cityDay, cityTime } from '#/lib/city-time'
import { dayName, dayNameWithYear } from '#/lib/dates'
import { useLanguage } from '#/lib/useLanguage'
import { Button } from '#/ui/Button'
import { PlusIcon, WarningIcon } from '#/ui/icons'
import { Tag } from '#/ui/Tag'
import type { FloorRow } from './floor-rows'

interface FloorCardProps {
  row: FloorRow
  draftLink: (draft: number, children: ReactNode) => ReactNode
  onBegin: () => void
  onTakeBack: (version: LayoutVersion) => void
  onPutAway: (draft: LayoutDraftBrief) => void
}

/** One floor: the layout in force, coming ones, drafts. */
export function FloorCard({ row, draftLink, onBegin, onTakeBack, onPutAway }: FloorCardProps) {
  const { t } = useTranslation('places')
  const language = useLanguage()
  const { inForce } = row
  return (
    <section className="floor-card" aria-labelledby={`floor-${row.id}`}>
      <div className="floor-card-head">
        <h2 id={`floor-${row.id}`} className="text-xl font-bold">
          {row.name}
        </h2>
        {inForce ? (
          <p className="flex flex-wrap items-center gap-x-2">
            <Tag tone="free">{t('overview.inForce')}</Tag>
            <span className="whitespace-nowrap">
              {t('overview.counts', { desks: inForce.desks, areas: inForce.areas })}
            </span>
            <span className="text-sm whitespace-nowrap text-quiet">
              {t('overview.since', { day: dayNameWithYear(inForce.effective_from, language) })}
            </span>
          </p>
        ) : (
          <p className="text-quiet">{t('overview.nothingInForce')}</p>
        )}
        <Button
          size="small"
          className="ms-auto"
          icon={<PlusIcon size={18} />}
          aria-label={t('overview.beginOn', { floor: row.name })}
          onPress={onBegin}
        >
          {t('overview.begin')}
        </Button>
      </div>
      {row.coming.map((version) => (
        <div key={version.id} className="floor-line">
          <Tag tone="accent">{t('overview.coming')}</Tag>
          <p className="floor-line-words">
            <b>{t('overview.from', { day: dayNameWithYear(version.effective_from, language) })}</b>{' '}
            <span className="whitespace-nowrap">
              {t('overview.counts', { desks: version.desks, areas: version.areas })}
            </span>
            {version.published_by && (
              <span className="text-sm text-quiet">
                {' '}
                {t('overview.publishedBy', { name: version.published_by })}
              </span>
            )}
          </p>
          {version.may_take_back && (
            <Button
              kind="link"
              aria-label={t('overview.takeBackOf', {
                floor: row.name,
                day: dayName(version.effective_from, language),
              })}
              onPress={() => onTakeBack(version)}
            >
              {t('overview.takeBack')}
            </Button>
          )}
        </div>
      ))}
      {row.drafts.map((draft) => (
        <div key={draft.id} className="floor-line">
          <Tag>{t('overview.draft')}</Tag>
          <p className="floor-line-words">
            {draftLink(
              draft.id,
              draft.name || t('overview.unnamed', { day: dayName(draft.effective_from, language) }),
            )}{' '}
            <span className="whitespace-nowrap">
              {t('overview.planned', { day: dayName(draft.effective_from, language) })}
            </span>{' '}
            <span className="text-sm text-quiet">
              {t('overview.updated', {
                name: draft.updated_by,
                when: `${dayName(cityDay(draft.updated_at), language)} ${cityTime(draft.updated_at)}`,
              })}
            </span>
          </p>
          {draft.mistakes > 0 && (
            <Tag tone="warn" icon={<WarningIcon size={16} />}>
              {t('overview.mistakes', { count: draft.mistakes })}
            </Tag>
          )}
          <Button
            kind="link"
            aria-label={t('overview.putAwayOf', { floor: row.name, name: draft.name })}
            onPress={() => onPutAway(draft)}
          >
            {t('overview.putAway')}
          </Button>
        </div>
      ))}
      {row.past.length > 0 && (
        <details className="floor-past">
          <summary>{t('overview.past', { count: row.past.length })}</summary>
          <ul>
            {row.past.map((version) => (
              <li key={version.id} className="text-sm">
                {t('overview.span', {
                  from: dayNameWithYear(version.effective_from, language),
                  to: version.effective_until ? dayNameWithYear(version.effective_until, language) : '',
                })}{' '}
                {t('overview.counts', { desks: version.desks, areas: version.areas })}
              </li>
            ))}
          </ul>
        </details>
      )}
    </section>
  )
}
