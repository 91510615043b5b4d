import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { client } from '#/api/client'
import { floorOptions } from '#/api/floors'
import { draftOptions, reviewOptions } from '#/api/layout-drafts'
import { ApiProblem } from '#/api/problem'
import { useProblemWords } from '#/api/useProblemWords'
import { dayNameWithYear } from '#/lib/dates'
import { useLanguage } from '#/lib/useLanguage'
import { Button } from '#/ui/Button'
import { ErrorState } from '#/ui/ErrorState'
import { CheckIcon } from '#/ui/icons'
import { Notice } from '#/ui/Notice'
import { SectionHeading } from '#/ui/SectionHeading'
import { SkeletonLines } from '#/ui/Skeleton'
import { AskFirst } from './AskFirst'
import { ChangeMap } from './ChangeMap'
import { ChangeSummary } from './ChangeSummary'
import { DisplacedChoice, type DisplacedWish } from './DisplacedChoice'
import { DisplacedTable } from './DisplacedTable'
import './places.css'

interface DraftReviewProps {
  id: number
  today: string
  /** Back to the drawing board. */
  editLink: (children: ReactNode) => ReactNode
  overviewLink: (children: ReactNode) => ReactNode
}

/** A draft before it is published: mistakes, changes, whom it displaces; then the result. */
export function DraftReview({ id, today, editLink, overviewLink }: DraftReviewProps) {
  const { t } = useTranslation('places')
  const language = useLanguage()
  const words = useProblemWords()
  const cache = useQueryClient()
  const draft = useQuery(draftOptions(id))
  const review = useQuery(reviewOptions(id))
  const floor = draft.data?.floor.id
  const before = useQuery({ ...floorOptions(floor ?? 0, today), enabled: floor !== undefined, retry: false })
  const [wish, setWish] = useState<DisplacedWish>('move')
  const [asking, setAsking] = useState(false)
  const publish = useMutation({
    mutationFn: async (revision: number) => {
      const { data } = await client.POST('/layout-drafts/{id}/publish/', {
        params: { path: { id } },
        body: { revision, displaced: wish },
      })
      if (!data) throw new Error('published without an answer')
      return data
    },
    onSettled: () => {
      setAsking(false)
      void cache.invalidateQueries({
        predicate: ({ queryKey }) => /layout|floors|desks|availability|bookings/.test(String(queryKey[1])),
      })
    },
  })
  if (publish.data && draft.data) {
    const { moved, given_up } = publish.data
    return (
      <div role="status" className="flex max-w-[44em] flex-col gap-3 rounded-12 border border-free p-6">
        <p className="flex items-center gap-3 text-xl font-bold">
          <CheckIcon className="text-free" />
          {t('review.done', {
            floor: draft.data.floor.name,
            day: dayNameWithYear(draft.data.effective_from, language),
          })}
        </p>
        {moved > 0 && <p>{t('review.moved', { count: moved })}</p>}
        {given_up > 0 && <p>{t('review.givenUp', { count: given_up })}</p>}
        {moved + given_up === 0 && <p>{t('review.nobodyMoved')}</p>}
        <p>{overviewLink(t('review.toOverview'))}</p>
      </div>
    )
  }
  const failed = draft.isError ? draft : review.isError ? review : null
  if (failed) return <ErrorState title={t('review.failed')} onRetry={() => void failed.refetch()} />
  if (!draft.data || !review.data) return <SkeletonLines lines={5} className="h-24" />

  const { mistakes, changes, displaced, displaced_total: total, proposals_total: proposals } = review.data
  const errors = mistakes.filter((mistake) => mistake.severity === 'error')
  const day = dayNameWithYear(draft.data.effective_from, language)
  const refused = publish.error ? words(publish.error) : null
  const changedMeanwhile = publish.error instanceof ApiProblem && publish.error.code === 'draft_changed'
  return (
    <div className="flex max-w-280 flex-col gap-8">
      {errors.length > 0 && (
        <Notice tone="warn">
          <p className="font-bold">{t('review.mendFirst', { count: errors.length })}</p>
          <ul className="list-disc ps-5">
            {errors.slice(0, 8).map((mistake) => (
              <li key={`${mistake.code} ${mistake.subject_code} ${mistake.place}`}>{mistake.words}</li>
            ))}
          </ul>
          <p className="mt-1">{editLink(t('review.toEditor'))}</p>
        </Notice>
      )}
      <section className="flex flex-col gap-4" aria-labelledby="review-changes">
        <SectionHeading id="review-changes">{t('review.changes')}</SectionHeading>
        {changes ? (
          <>
            {changes.first && <p>{t('review.first')}</p>}
            <ChangeSummary changes={changes} />
            <ChangeMap
              floor={draft.data.floor.name}
              plan={draft.data.content}
              changes={changes}
              before={before.data ?? null}
            />
          </>
        ) : (
          <p>
            {t('review.nothing')} {editLink(t('review.toEditor'))}
          </p>
        )}
      </section>
      {changes && (
        <section className="flex flex-col gap-4" aria-labelledby="review-displaced">
          <SectionHeading
            id="review-displaced"
            note={total > 0 ? t('displaced.count', { count: total }) : undefined}
          >
            {t('displaced.title')}
          </SectionHeading>
          {total === 0 ? (
            <p className="flex items-center gap-2">
              <CheckIcon className="text-free" />
              {t('displaced.none')}
            </p>
          ) : (
            <>
              <DisplacedChoice value={wish} total={total} proposals={proposals} onChange={setWish} />
              <DisplacedTable displaced={displaced} label={t('displaced.title')} />
              {total > displaced.length && (
                <p className="text-sm text-quiet">
                  {t('displaced.more', { count: total - displaced.length })}
                </p>
              )}
            </>
          )}
        </section>
      )}
      {refused && (
        <Notice tone="warn">
          <p className="font-bold">{refused.title}</p>
          {refused.lines.map((line) => (
            <p key={line}>{line}</p>
          ))}
          {changedMeanwhile && (
            <Button
              size="small"
              onPress={() => {
                publish.reset()
                void draft.refetch()
                void review.refetch()
              }}
            >
              {t('review.readAgain')}
            </Button>
          )}
        </Notice>
      )}
      {changes && (
        <div className="publish-bar flex flex-wrap items-center gap-4 border-t border-card pt-6">
          <Button
            kind="primary"
            size="primary"
            isDisabled={errors.length > 0 || draft.data.closed}
            onPress={() => setAsking(true)}
          >
            {t('review.publish', { day })}
          </Button>
          {editLink(t('review.toEditor'))}
        </div>
      )}
      <AskFirst
        open={asking}
        title={t('review.ask', { floor: draft.data.floor.name, day })}
        words={total > 0 ? t(`review.askDisplaced.${wish}`, { count: total }) : t('review.askPlain')}
        verb={t('review.publishDo')}
        busy={publish.isPending}
        kind="primary"
        onDo={() => draft.data && publish.mutate(draft.data.revision)}
        onClose={() => setAsking(false)}
      />
    </div>
  )
}
