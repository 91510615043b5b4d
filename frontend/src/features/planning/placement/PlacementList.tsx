import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useProblemWords } from '#/api/useProblemWords'
import { dayAndTime } from '#/lib/day-and-time'
import { useLanguage } from '#/lib/useLanguage'
import { AskDialog } from '#/ui/AskDialog'
import { Button } from '#/ui/Button'
import { linkLook } from '#/ui/button-look'
import { RefusedNotice } from '#/ui/RefusedNotice'
import { showToast } from '#/ui/toasts'
import { useRemovePlacement } from '../queries'
import type { PlacementBrief } from '../shapes'
import { StateTag } from './StateTag'

/** Placements that were made, the newest first. */
export function PlacementList({ placements }: { placements: readonly PlacementBrief[] }) {
  const { t } = useTranslation('planning')
  const words = useProblemWords()
  const language = useLanguage()
  const [asking, setAsking] = useState<PlacementBrief | null>(null)
  const remove = useRemovePlacement()
  return (
    <>
      <ul aria-label={t('placements.list')} className="border-t border-card">
        {placements.map((placement) => (
          <li
            key={placement.id}
            className="flex flex-wrap items-center gap-x-4 gap-y-1 border-b border-card py-2"
          >
            <Link
              to="/planning/placements/$id"
              params={{ id: String(placement.id) }}
              className={`inline-flex min-h-11 items-center ${linkLook}`}
            >
              {placement.name}
            </Link>
            <StateTag state={placement.state} />
            <span className="text-sm text-quiet">
              {[
                placement.scenario && t('placements.of', { name: placement.scenario.name }),
                dayAndTime(placement.made_at, language),
                placement.made_by,
              ]
                .filter(Boolean)
                .join(t('separator'))}
            </span>
            {placement.state !== 'waiting' && placement.state !== 'running' && (
              <Button
                kind="quiet"
                size="small"
                className="ms-auto print:hidden"
                aria-label={t('remove.of', { name: placement.name })}
                onPress={() => {
                  remove.reset()
                  setAsking(placement)
                }}
              >
                {t('remove.open')}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {asking && (
        <AskDialog
          title={t('placements.ask', { name: asking.name })}
          open
          verb={t('remove.do')}
          stay={t('remove.stay')}
          busy={remove.isPending}
          refused={<RefusedNotice words={remove.error ? words(remove.error) : null} />}
          onClose={() => setAsking(null)}
          onDo={() =>
            remove.mutate(asking.id, {
              onSuccess: () => {
                showToast({ tone: 'done', words: t('remove.done', { name: asking.name }) })
                setAsking(null)
              },
            })
          }
        >
          <p>{t('placements.means')}</p>
        </AskDialog>
      )}
    </>
  )
}
