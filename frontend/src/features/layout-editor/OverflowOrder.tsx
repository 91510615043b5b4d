import { useTranslation } from 'react-i18next'
import { ChevronDownIcon, ChevronUpIcon, CloseIcon } from '#/ui/icons'
import { Select } from '#/ui/Select'
import { setOverflow } from './area-commands'
import type { EditedArea, EditedPlan } from './plan'
import type { Run } from './useEditor'

const NONE = ''

/** Where people of the area may sit when it is full: other areas, the first one first. */
export function OverflowOrder({ plan, area, run }: { plan: EditedPlan; area: EditedArea; run: Run }) {
  const { t } = useTranslation('places')
  const order = area.overflow
  const set = (next: readonly string[]) => run('overflow', (now) => setOverflow(now, area.id, next))
  const swapped = (index: number, by: -1 | 1) => {
    const next = [...order]
    const [one, other] = [next[index], next[index + by]]
    if (one === undefined || other === undefined) return
    next[index] = other
    next[index + by] = one
    set(next)
  }
  const others = plan.areas.filter((one) => one.id !== area.id && one.code && !order.includes(one.code))
  return (
    <div className="flex flex-col gap-2">
      <p className="text-sm font-bold" id={`overflow-${area.id}`}>
        {t('editor.overflow.title')}
      </p>
      {order.length === 0 && <p className="text-sm text-quiet">{t('editor.overflow.none')}</p>}
      <ol className="overflow-order" aria-labelledby={`overflow-${area.id}`}>
        {order.map((code, index) => (
          <li key={code}>
            <span>
              {index + 1}. {code} {plan.areas.find((one) => one.code === code)?.name}
            </span>
            <button
              type="button"
              disabled={index === 0}
              aria-label={t('editor.overflow.earlier', { area: code })}
              onClick={() => swapped(index, -1)}
            >
              <ChevronUpIcon size={20} />
            </button>
            <button
              type="button"
              disabled={index === order.length - 1}
              aria-label={t('editor.overflow.later', { area: code })}
              onClick={() => swapped(index, 1)}
            >
              <ChevronDownIcon size={20} />
            </button>
            <button
              type="button"
              aria-label={t('editor.overflow.remove', { area: code })}
              onClick={() => set(order.filter((other) => other !== code))}
            >
              <CloseIcon size={18} />
            </button>
          </li>
        ))}
      </ol>
      {others.length > 0 && (
        <Select
          label={t('editor.overflow.add')}
          labelHidden
          value={NONE}
          options={[
            { value: NONE, label: t('editor.overflow.add') },
            ...others.map((one) => ({ value: one.code, label: `${one.code} ${one.name}`.trim() })),
          ]}
          onChange={(code) => {
            if (code !== NONE) set([...order, code])
          }}
        />
      )}
    </div>
  )
}
