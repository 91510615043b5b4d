import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useProblemWords } from '#/api/useProblemWords'
import { Button } from '#/ui/Button'
import { linkLook } from '#/ui/button-look'
import { RefusedNotice } from '#/ui/RefusedNotice'
import { SectionHeading } from '#/ui/SectionHeading'
import { useMakeDrafts } from '../queries'
import type { Placement } from '../shapes'

interface DraftsPartProps {
  placement: Placement
  floorName: (id: number) => string
}

/** From a placement to the drawing board: a draft of areas on each floor, which facilities go on with. */
export function DraftsPart({ placement, floorName }: DraftsPartProps) {
  const { t } = useTranslation('planning')
  const words = useProblemWords()
  const make = useMakeDrafts()
  const drafts = make.data?.drafts ?? placement.drafts
  return (
    <section aria-labelledby="drafts" className="flex flex-col gap-3 print:hidden">
      <SectionHeading id="drafts">{t('drafts.title')}</SectionHeading>
      <p className="max-w-[44em] text-sm text-quiet">{t('drafts.lead')}</p>
      <div role="status">
        {make.data && <p className="font-bold">{t('drafts.made', { count: make.data.made })}</p>}
      </div>
      {drafts.length > 0 && (
        <ul aria-label={t('drafts.list')} className="flex flex-wrap gap-x-6">
          {drafts.map(({ floor, draft_id }) => (
            <li key={draft_id}>
              <Link
                to="/places/drafts/$id"
                params={{ id: String(draft_id) }}
                className={`inline-flex min-h-11 items-center ${linkLook}`}
              >
                {t('drafts.of', { floor: floorName(floor) })}
              </Link>
            </li>
          ))}
        </ul>
      )}
      <div>
        <Button busy={make.isPending} onPress={() => make.mutate(placement.id)}>
          {t(drafts.length > 0 ? 'drafts.again' : 'drafts.make')}
        </Button>
      </div>
      <RefusedNotice words={make.error ? words(make.error) : null} />
    </section>
  )
}
