import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { refreshPlaces } from '#/api/bookings'
import { client } from '#/api/client'
import { useProblemWords } from '#/api/useProblemWords'
import { dayName, timeRange } from '#/lib/dates'
import { useLanguage } from '#/lib/useLanguage'
import { Button } from '#/ui/Button'
import { WarningIcon } from '#/ui/icons'
import { showToast } from '#/ui/toasts'
import { type Displacement, relocationsOptions } from './queries'

type Answer = { kind: 'accept'; desk: { id: number; code: string } | null } | { kind: 'decline' }

/** My displaced days: what happened to the desk, and the desks to take instead. */
export function RelocationCard({ displacements }: { displacements: readonly Displacement[] }) {
  const { t } = useTranslation('places')
  return (
    <section aria-label={t('relocation.region')} className="mb-6 flex flex-col gap-3">
      {displacements.map((displacement) => (
        <One key={displacement.id} displacement={displacement} />
      ))}
    </section>
  )
}

function One({ displacement }: { displacement: Displacement }) {
  const { t } = useTranslation('places')
  const language = useLanguage()
  const words = useProblemWords()
  const cache = useQueryClient()
  const { id, because, booking, choices } = displacement
  const restored = because === 'restored'
  const answer = useMutation({
    mutationFn: async (given: Answer) => {
      const params = { path: { id } }
      if (given.kind === 'decline') await client.POST('/relocations/{id}/decline/', { params })
      else
        await client.POST('/relocations/{id}/accept/', {
          params,
          body: given.desk ? { desk: given.desk.id } : {},
        })
    },
    onSuccess: (_data, given) => {
      const kept = given.kind === 'decline' && restored
      const desk = given.kind === 'accept' ? (given.desk?.code ?? booking?.desk.code ?? '') : ''
      showToast({
        tone: 'done',
        words: kept
          ? t('relocation.kept')
          : given.kind === 'accept'
            ? t('relocation.accepted', { desk })
            : t('relocation.declined'),
      })
    },
    onError: (error) => showToast({ tone: 'failed', words: words(error).title, lines: words(error).lines }),
    onSettled: async () => {
      await cache.invalidateQueries({ queryKey: relocationsOptions().queryKey })
      await refreshPlaces(cache)
    },
  })
  return (
    <article className="rounded-12 border border-warn p-4 rail:p-6">
      <h2 className="flex items-center gap-2 text-lg font-bold">
        <WarningIcon className="text-warn" />
        {t(restored ? 'relocation.restoredTitle' : 'relocation.title')}
      </h2>
      <p className="mt-1">
        <b>
          {dayName(displacement.day, language)} {timeRange(displacement.start, displacement.end)}{' '}
          {displacement.from_desk_code}
        </b>{' '}
        {t(`relocation.because.${because}`)}
        {displacement.reason && ` (${displacement.reason})`}
      </p>
      {booking && !restored ? (
        <p className="mt-1">{t('relocation.moved', { desk: booking.desk.code })}</p>
      ) : (
        <p className="mt-1">{t(choices.length > 0 ? 'relocation.choose' : 'relocation.noChoices')}</p>
      )}
      <div className="mt-3 flex flex-wrap gap-3">
        {booking && !restored && (
          <Button busy={answer.isPending} onPress={() => answer.mutate({ kind: 'accept', desk: null })}>
            {t('relocation.stay')}
          </Button>
        )}
        {choices.map((desk) => (
          <Button
            key={desk.id}
            kind={booking && !restored ? 'quiet' : 'secondary'}
            isDisabled={answer.isPending}
            onPress={() => answer.mutate({ kind: 'accept', desk: restored ? null : desk })}
          >
            {t(restored ? 'relocation.back' : 'relocation.accept', { desk: desk.code })}
          </Button>
        ))}
        <Button kind="link" isDisabled={answer.isPending} onPress={() => answer.mutate({ kind: 'decline' })}>
          {t(restored ? 'relocation.keep' : 'relocation.decline')}
        </Button>
      </div>
    </article>
  )
}
