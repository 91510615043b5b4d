import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLanguage } from '#/lib/useLanguage'
import { Button } from '#/ui/Button'
import { Dialog } from '#/ui/Dialog'
import { whole } from '../numbers'
import type { PlacedFloor, PlacedSection } from '../shapes'

interface SectionDialogProps {
  section: PlacedSection
  on: PlacedFloor
  floors: readonly PlacedFloor[]
  floorName: (id: number) => string
  /** The floor it is to be fixed to by now. */
  pinned: number | null
  onPin: (floor: number | null) => void
  onClose: () => void
}

const ANY = 'any'

/** One section of a placement: what it needs, and which floor it is to be on. */
export function SectionDialog(props: SectionDialogProps) {
  const { section, on, floors, floorName, pinned, onPin, onClose } = props
  const { t } = useTranslation('planning')
  const language = useLanguage()
  const [chosen, setChosen] = useState(pinned === null ? ANY : String(pinned))
  const facts = [
    section.department.bureau,
    t('desks', { count: section.desks, desks: whole(section.desks, language) }),
    t('pin.on', { floor: on.floor.name }),
    section.moved && section.from_floor !== null && t('stack.from', { floor: floorName(section.from_floor) }),
    section.counter && t('stack.counter'),
    section.fixed && t('stack.fixed'),
  ]
  return (
    <Dialog title={section.department.name} open onClose={onClose}>
      <div className="flex flex-col gap-4">
        <p className="text-sm text-quiet">{facts.filter(Boolean).join(t('separator'))}</p>
        <fieldset className="m-0 min-w-0 p-0">
          <legend className="p-0 font-bold">{t('pin.which')}</legend>
          <div className="mt-1 flex max-h-[50vh] flex-col overflow-y-auto">
            {[
              { value: ANY, label: t('pin.any'), note: '' },
              ...floors.map(({ floor, left }) => ({
                value: String(floor.id),
                label: floor.name,
                note: note(floor.id, left),
              })),
            ].map(({ value, label, note: words }) => (
              <label key={value} className="flex min-h-11 cursor-pointer items-center gap-3 px-1">
                <input
                  type="radio"
                  name="floor"
                  value={value}
                  checked={chosen === value}
                  onChange={() => setChosen(value)}
                  className="size-6 shrink-0 accent-accent"
                />
                <span>{label}</span>
                <span className="ms-auto text-sm text-quiet tabular-nums">{words}</span>
              </label>
            ))}
          </div>
        </fieldset>
        <p className="text-sm text-quiet">{t('pin.lead')}</p>
        <div className="flex flex-wrap justify-end gap-2">
          <Button kind="quiet" size="primary" onPress={onClose}>
            {t('form.leave')}
          </Button>
          <Button kind="primary" size="primary" onPress={() => onPin(chosen === ANY ? null : Number(chosen))}>
            {t('pin.do')}
          </Button>
        </div>
      </div>
    </Dialog>
  )

  function note(floor: number, left: number): string {
    if (floor === on.floor.id) return t('pin.now')
    const desks = t('desks', { count: Math.abs(left), desks: whole(Math.abs(left), language) })
    return t(left < 0 ? 'stack.short' : 'stack.left', { desks })
  }
}
