import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { departmentsOptions } from '#/api/layout-drafts'
import { Select } from '#/ui/Select'
import { type HomeDays, homeDays, setHomes } from './area-commands'
import type { EditedArea } from './plan'
import { TrashIcon } from './tool-icons'
import type { Run } from './useEditor'

/** Weekdays that a city hall works; Monday is 0. */
const WEEKDAYS = [0, 1, 2, 3, 4] as const
const NONE = ''

/** Whose home the area is, and on which weekdays: a line for each department. */
export function HomesTable({ area, run }: { area: EditedArea; run: Run }) {
  const { t } = useTranslation('places')
  const departments = useQuery(departmentsOptions())
  const [begun, setBegun] = useState<readonly string[]>([])
  const known = homeDays(area.homes)
  const empty = begun.filter((code) => !known.some(({ department }) => department === code))
  const lines: HomeDays[] = [
    ...known,
    ...empty.map((department) => ({ department, always: false, weekdays: [] })),
  ]
  const nameOf = (code: string) => departments.data?.find((one) => one.code === code)?.name ?? code
  const change = (department: string, to: Partial<HomeDays> | null) => {
    if (to !== null && !begun.includes(department)) setBegun([...begun, department])
    if (to === null) setBegun(begun.filter((code) => code !== department))
    const next = lines.flatMap((line) => {
      if (line.department !== department) return [line]
      return to === null ? [] : [{ ...line, ...to }]
    })
    run('homes', (now) => setHomes(now, area.id, next))
  }
  const others = (departments.data ?? []).filter(
    (one) => one.kind !== 'bureau' && !lines.some(({ department }) => department === one.code),
  )
  return (
    <div className="flex flex-col gap-2">
      <p className="text-sm font-bold" id={`homes-${area.id}`}>
        {t('editor.homes.title')}
      </p>
      {lines.length === 0 ? (
        <p className="text-sm text-quiet">{t('editor.homes.none')}</p>
      ) : (
        <table className="homes-table" aria-labelledby={`homes-${area.id}`}>
          <thead>
            <tr>
              <th scope="col">{t('editor.homes.always')}</th>
              {WEEKDAYS.map((day) => (
                <th key={day} scope="col">
                  {t(`editor.weekdays.${day}`)}
                </th>
              ))}
              <th scope="col">
                <span className="sr-only">{t('editor.remove')}</span>
              </th>
            </tr>
          </thead>
          {lines.map((line) => (
            <tbody key={line.department}>
              <tr>
                <th scope="rowgroup" colSpan={WEEKDAYS.length + 2}>
                  {nameOf(line.department)}
                </th>
                <td rowSpan={2}>
                  <button
                    type="button"
                    className="homes-remove"
                    aria-label={t('editor.homes.remove', { department: nameOf(line.department) })}
                    onClick={() => change(line.department, null)}
                  >
                    <TrashIcon size={18} />
                  </button>
                </td>
              </tr>
              <tr>
                <td>
                  <Tick
                    label={`${nameOf(line.department)} ${t('editor.homes.always')}`}
                    checked={line.always}
                    onChange={(always) => change(line.department, { always })}
                  />
                </td>
                {WEEKDAYS.map((day) => (
                  <td key={day}>
                    <Tick
                      label={`${nameOf(line.department)} ${t(`editor.weekdays.${day}`)}`}
                      checked={line.always || line.weekdays.includes(day)}
                      disabled={line.always}
                      onChange={(on) =>
                        change(line.department, {
                          weekdays: on
                            ? [...line.weekdays, day].sort()
                            : line.weekdays.filter((other) => other !== day),
                        })
                      }
                    />
                  </td>
                ))}
              </tr>
            </tbody>
          ))}
        </table>
      )}
      <Select
        label={t('editor.homes.add')}
        labelHidden
        value={NONE}
        options={[
          { value: NONE, label: t('editor.homes.add') },
          ...others.map((one) => ({ value: one.code, label: one.name })),
        ]}
        onChange={(code) => {
          if (code === NONE) return
          run('homes', (now) =>
            setHomes(now, area.id, [...lines, { department: code, always: true, weekdays: [] }]),
          )
        }}
      />
    </div>
  )
}

interface TickProps {
  label: string
  checked: boolean
  disabled?: boolean
  onChange: (checked: boolean) => void
}

function Tick({ label, checked, disabled, onChange }: TickProps) {
  return (
    <label className="tick">
      <span className="sr-only">{label}</span>
      <input
        type="checkbox"
        checked={checked}
        disabled={disabled}
        onChange={(event) => onChange(event.target.checked)}
      />
    </label>
  )
}
