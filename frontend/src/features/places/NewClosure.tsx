import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api, client } from '#/api/client'
import { floorOptions } from '#/api/floors'
import { useProblemWords } from '#/api/useProblemWords'
import { cityInstant } from '#/lib/city-time'
import { Button } from '#/ui/Button'
import { CheckIcon } from '#/ui/icons'
import { Notice } from '#/ui/Notice'
import { SegmentedControl } from '#/ui/SegmentedControl'
import { Select } from '#/ui/Select'
import { TextField } from '#/ui/TextField'
import { showToast } from '#/ui/toasts'
import { DisplacedChoice, type DisplacedWish } from './DisplacedChoice'
import { DisplacedTable } from './DisplacedTable'

type Kind = 'desk' | 'area' | 'floor' | 'building'
const KINDS: readonly Kind[] = ['desk', 'area', 'floor', 'building']

/** Close a place for a time: what, when, why; then whom it displaces, before it is done. */
export function NewClosure({ today, onDone }: { today: string; onDone: () => void }) {
  const { t } = useTranslation('places')
  const words = useProblemWords()
  const cache = useQueryClient()
  const buildings = useQuery(api.queryOptions('get', '/buildings/', {}))
  const floors = useQuery(api.queryOptions('get', '/floors/', {}))
  const [kind, setKind] = useState<Kind>('area')
  const [floorChosen, setFloor] = useState<number | null>(null)
  const [areaChosen, setArea] = useState<number | null>(null)
  const [code, setCode] = useState('')
  const [from, setFrom] = useState({ day: today, time: '08:30' })
  const [to, setTo] = useState({ day: today, time: '17:15' })
  const [reason, setReason] = useState('')
  const [wish, setWish] = useState<DisplacedWish>('move')
  const floor = floorChosen ?? floors.data?.[0]?.id ?? null
  const plan = useQuery({ ...floorOptions(floor ?? 0, from.day || today), enabled: floor !== null })
  const area = areaChosen ?? plan.data?.areas[0]?.id ?? null
  const desk = plan.data?.desks.find((one) => one.code.toLowerCase() === code.trim().toLowerCase())
  const [buildingChosen, setBuilding] = useState<number | null>(null)
  const building =
    buildingChosen ??
    floors.data?.find((one) => one.id === floor)?.building ??
    buildings.data?.[0]?.id ??
    null
  const place = { desk: desk?.id ?? null, area, floor, building }[kind]

  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [])

  const close = useMutation({
    mutationFn: async (dryRun: boolean) => {
      const { data } = await client.POST('/closures/', {
        body: {
          [kind]: place ?? 0,
          start: cityInstant(from.day, from.time),
          end: cityInstant(to.day, to.time),
          reason,
          displaced: wish,
          dry_run: dryRun,
        },
      })
      if (!data) throw new Error('a closure without an answer')
      return data
    },
    onSuccess: (_data, dryRun) => {
      if (dryRun) return
      showToast({ tone: 'done', words: t('closures.done') })
      void cache.invalidateQueries({
        predicate: ({ queryKey }) => /closures|availability|desks|bookings/.test(String(queryKey[1])),
      })
      onDone()
    },
  })
  const foreseen = close.data && close.variables === true ? close.data.displaced : null
  // What was foreseen holds for what was asked; another question is asked anew.
  const changed =
    <Value,>(set: (value: Value) => void) =>
    (value: Value) => {
      set(value)
      close.reset()
    }
  const begin = (next: Moment) => {
    setFrom(next)
    if (to.day < next.day) setTo({ ...to, day: next.day })
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (place !== null) close.mutate(true)
  }
  const unknownDesk = kind === 'desk' && code.trim() !== '' && plan.isSuccess && !desk
  return (
    <form
      className="flex max-w-200 flex-col gap-5 rounded-12 border border-card p-4 rail:p-6"
      onSubmit={submit}
    >
      <h2 ref={heading} tabIndex={-1} className="self-start text-xl font-bold">
        {t('closures.new')}
      </h2>
      <SegmentedControl
        label={t('closures.what')}
        value={kind}
        segments={KINDS.map((value) => ({ value, label: t(`closures.kinds.${value}`) }))}
        onChange={changed(setKind)}
        className="self-start max-rail:grid max-rail:w-full max-rail:grid-cols-4 max-rail:[&_label]:px-1"
      />
      <div className="places-fields grid items-end gap-4 rail:grid-cols-2">
        {kind !== 'building' && (
          <Select
            label={t('dxf.floor')}
            value={String(floor ?? '')}
            options={(floors.data ?? []).map((one) => ({ value: String(one.id), label: one.name }))}
            onChange={changed((id: string) => {
              setFloor(Number(id))
              setArea(null)
            })}
          />
        )}
        {kind === 'area' && (
          <Select
            label={t('editor.area')}
            value={String(area ?? '')}
            options={(plan.data?.areas ?? []).map((one) => ({ value: String(one.id), label: one.name }))}
            onChange={changed((id: string) => setArea(Number(id)))}
          />
        )}
        {kind === 'desk' && (
          <TextField
            label={t('editor.code')}
            value={code}
            onChange={changed(setCode)}
            placeholder={plan.data?.desks[0]?.code}
            error={unknownDesk ? t('closures.noDesk') : null}
            autoComplete="off"
            required
          />
        )}
        {kind === 'building' && (
          <Select
            label={t('import.building')}
            value={String(building ?? '')}
            options={(buildings.data ?? []).map((one) => ({ value: String(one.id), label: one.name }))}
            onChange={changed((id: string) => setBuilding(Number(id)))}
          />
        )}
      </div>
      <div className="grid gap-4 rail:grid-cols-2">
        <When label={t('closures.from')} value={from} min={today} onChange={changed(begin)} />
        <When label={t('closures.until')} value={to} min={from.day} onChange={changed(setTo)} />
      </div>
      <TextField
        label={t('closures.reason')}
        hint={t('closures.reasonHint')}
        value={reason}
        onChange={changed(setReason)}
        maxLength={200}
        required
      />
      {close.isError && (
        <Notice tone="warn">
          <p className="font-bold">{words(close.error).title}</p>
          {words(close.error).lines.map((line) => (
            <p key={line}>{line}</p>
          ))}
        </Notice>
      )}
      {foreseen === null ? (
        <div className="flex flex-wrap gap-3">
          <Button
            kind="primary"
            type="submit"
            busy={close.isPending}
            isDisabled={place === null || unknownDesk}
          >
            {t('closures.check')}
          </Button>
          <Button kind="quiet" onPress={onDone}>
            {t('stay')}
          </Button>
        </div>
      ) : (
        <section className="flex flex-col gap-4 border-t border-card pt-4" aria-label={t('displaced.title')}>
          <div role="status">
            <h3 className="text-lg font-bold">
              {foreseen.length === 0 ? (
                <span className="flex items-center gap-2">
                  <CheckIcon className="text-free" />
                  {t('displaced.none')}
                </span>
              ) : (
                `${t('displaced.title')} ${t('displaced.count', { count: foreseen.length })}`
              )}
            </h3>
          </div>
          {foreseen.length > 0 && (
            <>
              <DisplacedTable displaced={foreseen} label={t('displaced.title')} />
              <DisplacedChoice
                value={wish}
                total={foreseen.length}
                proposals={foreseen.filter((one) => one.proposal !== null).length}
                onChange={setWish}
              />
            </>
          )}
          <div className="flex flex-wrap gap-3">
            <Button kind="primary" busy={close.isPending} onPress={() => close.mutate(false)}>
              {t('closures.close')}
            </Button>
            <Button kind="quiet" onPress={onDone}>
              {t('stay')}
            </Button>
          </div>
        </section>
      )}
    </form>
  )
}

interface Moment {
  day: string
  time: string
}

function When({
  label,
  value,
  min,
  onChange,
}: {
  label: string
  value: Moment
  min: string
  onChange: (value: Moment) => void
}) {
  const { t } = useTranslation('places')
  return (
    <fieldset className="m-0 grid min-w-0 grid-cols-[1fr_8rem] gap-2 p-0">
      <legend className="sr-only">{label}</legend>
      <TextField
        label={label}
        type="date"
        min={min}
        required
        value={value.day}
        onChange={(day) => onChange({ ...value, day })}
        className="min-w-0 [&_input]:w-full"
      />
      <TextField
        label={t('closures.clock')}
        type="time"
        required
        value={value.time}
        onChange={(time) => onChange({ ...value, time })}
        className="min-w-0 [&_input]:w-full"
      />
    </fieldset>
  )
}
