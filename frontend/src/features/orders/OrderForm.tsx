import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, type ReactNode, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useProblemWords } from '#/api/useProblemWords'
import { Button } from '#/ui/Button'
import { CheckIcon, CloseIcon, WarningIcon } from '#/ui/icons'
import { Notice } from '#/ui/Notice'
import { SegmentedControl } from '#/ui/SegmentedControl'
import { Select } from '#/ui/Select'
import { TextArea } from '#/ui/TextArea'
import { TextField } from '#/ui/TextField'
import { showToast } from '#/ui/toasts'
import {
  everyDepartmentOptions,
  giveOrder,
  managedOptions,
  type Named,
  ordersOptions,
  previewOrder,
  type ReasonKind,
  type Wanted,
} from './queries'

const KINDS: readonly ReasonKind[] = ['disaster', 'epidemic', 'other']
const EVERYBODY = 'everybody'
const MOST_WORDS = 400
/** The tree in a flat list: a section stands further in than its bureau. */
const INDENT = { bureau: '', division: '\u3000', section: '\u3000\u3000', unit: '\u3000\u3000\u3000' }

interface OrderFormProps {
  today: string
  /** HR and crisis management may order everybody, and any department. */
  wholeHall: boolean
  /** Chooses a person who is to come all the same. */
  picker: (onChoose: (person: Named) => void) => ReactNode
  onDone: () => void
}

/** A new order: whom, when and why; then what it changes, and only then it is given. */
export function OrderForm({ today, wholeHall, picker, onDone }: OrderFormProps) {
  const { t } = useTranslation('approvals')
  const words = useProblemWords()
  const cache = useQueryClient()
  const managed = useQuery({ ...managedOptions(), enabled: !wholeHall }).data ?? []
  const every = useQuery({ ...everyDepartmentOptions(), enabled: wholeHall }).data ?? []
  const [whom, setWhom] = useState<string | null>(null)
  const [first, setFirst] = useState(today)
  const [last, setLast] = useState(today)
  const [kind, setKind] = useState<ReasonKind>('disaster')
  const [reason, setReason] = useState('')
  const [excepted, setExcepted] = useState<readonly Named[]>([])
  const [tried, setTried] = useState(false)
  const form = useRef<HTMLFormElement>(null)
  // Synchronises the browser's focus: the button that opened the form is gone.
  useEffect(() => form.current?.querySelector('select')?.focus(), [])
  const look = useMutation({ mutationFn: previewOrder })
  const give = useMutation({
    mutationFn: giveOrder,
    onSuccess: () => {
      showToast({ tone: 'done', words: t('orders.given') })
      onDone()
    },
    onSettled: () => cache.invalidateQueries({ queryKey: ordersOptions().queryKey }),
  })
  const options = [
    ...(wholeHall ? [{ value: EVERYBODY, label: t('orders.everybody') }] : []),
    ...every.map(({ id, name, kind: level }) => ({ value: String(id), label: `${INDENT[level]}${name}` })),
    ...managed.map(({ id, name }) => ({ value: String(id), label: name })),
  ]
  const chosen = whom ?? options[0]?.value ?? EVERYBODY
  const backwards = last < first
  const wanted: Wanted = {
    department: chosen === EVERYBODY ? null : Number(chosen),
    first_day: first,
    last_day: last,
    reason_kind: kind,
    reason: reason.trim(),
    except_people: excepted.map(({ id }) => id),
  }
  const change = <Value,>(set: (value: Value) => void) => {
    return (value: Value) => {
      look.reset()
      give.reset()
      set(value)
    }
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (backwards || wanted.reason === '') {
      // The fields in error are marked only once they are drawn again.
      requestAnimationFrame(() => form.current?.querySelector<HTMLElement>('[aria-invalid]')?.focus())
      return
    }
    if (look.data) give.mutate(wanted)
    else look.mutate(wanted)
  }
  const problem = look.error ?? give.error
  return (
    <form
      ref={form}
      noValidate
      onSubmit={submit}
      aria-label={t('orders.new')}
      className="flex max-w-160 flex-col gap-5 rounded-12 border border-card p-4 rail:p-6"
    >
      <h2 className="text-xl font-bold">{t('orders.new')}</h2>
      <Select label={t('orders.whom')} value={chosen} options={options} onChange={change(setWhom)} />
      <div className="flex flex-wrap gap-4">
        <TextField
          label={t('orders.first')}
          type="date"
          min={today}
          value={first}
          onChange={change(setFirst)}
        />
        <TextField
          label={t('orders.last')}
          type="date"
          min={first}
          value={last}
          onChange={change(setLast)}
          error={tried && backwards ? t('orders.lastBefore') : null}
        />
      </div>
      <SegmentedControl
        label={t('orders.kindLabel')}
        value={kind}
        segments={KINDS.map((value) => ({ value, label: t(`orders.kind.${value}`) }))}
        onChange={change(setKind)}
        className="self-start"
      />
      <TextArea
        label={t('orders.reason')}
        hint={t('orders.reasonHint')}
        value={reason}
        onChange={change(setReason)}
        maxLength={MOST_WORDS}
        rows={2}
        error={tried && wanted.reason === '' ? t('orders.reasonMissing') : null}
      />
      <div className="flex flex-col gap-2">
        {excepted.length > 0 && (
          <ul className="flex flex-wrap gap-2">
            {excepted.map((person) => (
              <li key={person.id}>
                <button
                  type="button"
                  aria-label={t('orders.remove', { name: person.name })}
                  onClick={() => change(setExcepted)(excepted.filter(({ id }) => id !== person.id))}
                  className="inline-flex min-h-11 items-center gap-2 rounded-full border border-accent bg-ground px-4 text-sm font-bold text-link"
                >
                  {person.name}
                  <CloseIcon size={16} />
                </button>
              </li>
            ))}
          </ul>
        )}
        {picker((person) => change(setExcepted)([...excepted.filter(({ id }) => id !== person.id), person]))}
      </div>
      {look.data && (
        <div role="status" className="rounded-8 border border-edge p-4">
          <p className="font-bold">{t('orders.previewTitle')}</p>
          <p className="mt-1 text-lg font-bold">
            {t('orders.people', { count: look.data.people })} / {t('orders.days', { count: look.data.days })}
          </p>
          <p className="mt-1 flex items-center gap-1.5">
            {look.data.desks_let_go > 0 ? (
              <WarningIcon size={18} className="text-warn" />
            ) : (
              <CheckIcon size={18} className="text-free-text" />
            )}
            {look.data.desks_let_go > 0
              ? t('orders.desks', { count: look.data.desks_let_go })
              : t('orders.noDesks')}
          </p>
        </div>
      )}
      {problem && (
        <Notice tone="warn">
          <p className="font-bold">{words(problem).title}</p>
          {words(problem).lines.map((line) => (
            <p key={line}>{line}</p>
          ))}
        </Notice>
      )}
      <div className="flex flex-wrap gap-2">
        <Button type="submit" kind="primary" size="primary" busy={look.isPending || give.isPending}>
          {t(look.data ? 'orders.give' : 'orders.look')}
        </Button>
        {look.data && (
          <Button size="primary" onPress={() => look.reset()}>
            {t('orders.change')}
          </Button>
        )}
        <Button kind="quiet" size="primary" onPress={onDone}>
          {t('orders.cancel')}
        </Button>
      </div>
    </form>
  )
}
