import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { client } from '#/api/client'
import { useProblemWords } from '#/api/useProblemWords'
import { dayName } from '#/lib/dates'
import { useLanguage } from '#/lib/useLanguage'
import { Button } from '#/ui/Button'
import { Notice } from '#/ui/Notice'
import { showToast } from '#/ui/toasts'
import { PreviewPart, usePreview } from './PreviewPart'
import { answered, type TeleworkRequest } from './queries'
import { RequestFields } from './RequestFields'
import { refreshTelework } from './refresh'
import { SeriesFields } from './SeriesFields'
import { bodyOf, type Missing, missingIn, previewAsked, type ShiftHours, type Wish } from './wish'

interface RequestFormProps {
  /** The days asked for, in order; more can be added while there is one. */
  days: readonly string[]
  today: string
  first: Wish
  /** The request being mended; a new one when null. */
  request?: TeleworkRequest | null
  /** The classes of working hours, by code. */
  shifts: readonly ShiftHours[]
  /** The code of the desk of a booking of mine, where it is known. */
  deskOf: (booking: number) => string | undefined
  onDone: (requests: TeleworkRequest[], submitted: boolean) => void
  onClose: () => void
}

/** A request to work elsewhere: filled from what is known, with what the rules say of it before it is sent. */
export function RequestForm({
  days,
  today,
  first,
  request = null,
  shifts,
  deskOf,
  onDone,
  onClose,
}: RequestFormProps) {
  const { t } = useTranslation('telework')
  const language = useLanguage()
  const words = useProblemWords()
  const cache = useQueryClient()
  const heading = useRef<HTMLParagraphElement>(null)
  const [wish, setWish] = useState(first)
  const [more, setMore] = useState<string[]>([])
  const [missing, setMissing] = useState<Missing>({})
  const all = more.length > 0 ? more : [...days]
  const isPast = all.some((day) => day <= today)
  const preview = usePreview(previewAsked(all, wish))
  const refusedDays = new Set(
    preview.data?.days.filter(({ outcome }) => outcome === 'refused').map(({ day }) => day),
  )
  const wanted = all.filter((day) => !refusedDays.has(day))

  const send = useMutation({
    mutationFn: async (submit: boolean): Promise<TeleworkRequest[]> => {
      const body = bodyOf(wish)
      if (request) return [await mend(request, body, submit)]
      const [only] = wanted
      if (wanted.length === 1 && only)
        return [
          answered((await client.POST('/telework/requests/', { body: { day: only, ...body, submit } })).data),
        ]
      const { data } = await client.POST('/telework/requests/many/', {
        body: { days: wanted, ...body, every_weeks: 1 },
      })
      return answered(data)
    },
    onSuccess: (requests, submit) => {
      onDone(requests, submit)
      const [one] = requests
      showToast({
        tone: 'done',
        words:
          requests.length > 1
            ? t('said.requestedMany', { count: requests.length })
            : t(submit ? 'said.requested' : 'said.saved', {
                day: one ? dayName(one.day, language) : '',
                form: t(`form.${wish.form}`),
              }),
        action: {
          label: t('undo'),
          onPress: () => {
            undo(requests)
              .then(() => showToast({ tone: 'done', words: t('undone') }))
              .catch((error: unknown) => showToast({ tone: 'failed', words: words(error).title }))
              .finally(() => void refreshTelework(cache))
          },
        },
      })
    },
    onSettled: () => void refreshTelework(cache),
  })

  // Synchronises the browser's focus with the form that was opened where it stands.
  useEffect(() => {
    heading.current?.focus({ preventScroll: true })
    heading.current?.scrollIntoView({ block: 'nearest' })
  }, [])

  const submit = () => {
    const gaps = missingIn(wish, isPast)
    setMissing(gaps)
    if (Object.keys(gaps).length === 0) send.mutate(true)
  }
  const refused = send.error ? words(send.error) : null
  const title =
    all.length === 1 && all[0] ? dayName(all[0], language) : t('formTitleMany', { count: all.length })
  return (
    <form
      aria-label={t('formTitle', { day: title, form: t(`form.${wish.form}`) })}
      className="flex max-w-160 flex-col gap-4"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        submit()
      }}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onClose()
      }}
    >
      <p ref={heading} tabIndex={-1} className="scroll-mt-24 text-lg font-bold">
        {t('formTitle', { day: title, form: t(`form.${wish.form}`) })}
      </p>
      {request?.comment && (
        <Notice tone="warn">
          <p className="font-bold">{t('comment')}</p>
          <p>{request.comment}</p>
        </Notice>
      )}
      <RequestFields
        wish={wish}
        onChange={(change) => setWish({ ...wish, ...change })}
        missing={missing}
        isPast={isPast}
        shifts={shifts}
      />
      {!request && days.length === 1 && days[0] && !isPast && (
        <SeriesFields first={days[0]} onDays={setMore} />
      )}
      <PreviewPart preview={preview} deskOf={deskOf} />
      {refused && (
        <Notice tone="warn">
          <p className="font-bold">{refused.title}</p>
          {refused.lines.map((line) => (
            <p key={line}>{line}</p>
          ))}
        </Notice>
      )}
      <div className="flex flex-wrap items-center gap-2">
        <Button
          kind="primary"
          size="primary"
          type="submit"
          busy={send.isPending}
          isDisabled={wanted.length === 0}
        >
          {all.length > 1 ? t('submitMany', { count: wanted.length }) : t('submit')}
        </Button>
        {all.length === 1 && (
          <Button isDisabled={send.isPending} onPress={() => send.mutate(false)}>
            {t('saveDraft')}
          </Button>
        )}
        <Button kind="link" onPress={onClose}>
          {t('stop')}
        </Button>
      </div>
    </form>
  )
}

async function mend(
  request: TeleworkRequest,
  body: ReturnType<typeof bodyOf>,
  submit: boolean,
): Promise<TeleworkRequest> {
  const params = { path: { id: request.id } }
  const changed = answered(
    (await client.PATCH('/telework/requests/{id}/', { params, body: { ...body, version: request.version } }))
      .data,
  )
  if (!submit) return changed
  const answer = await client.POST('/telework/requests/{id}/submit/', {
    params,
    body: { version: changed.version, comment: '' },
  })
  return answered(answer.data)
}

async function undo(requests: readonly TeleworkRequest[]): Promise<void> {
  const [one] = requests
  if (one?.series && requests.length > 1) {
    await client.POST('/telework/series/{id}/withdraw/', { params: { path: { id: one.series } } })
    return
  }
  for (const { id } of requests)
    await client.POST('/telework/requests/{id}/withdraw/', {
      params: { path: { id } },
      body: { comment: '' },
    })
}
