import { memo, useCallback, useDeferredValue, useEffect, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Select } from '#/ui/Select'
import { TextField } from '#/ui/TextField'
import type { Selection } from './editing'
import type { EditedDesk, EditedPlan } from './plan'

interface EditorListProps {
  plan: EditedPlan
  selection: Selection
  wrongDesks: ReadonlySet<number>
  onSelect: (selection: Selection) => void
  onShow: (desk: number) => void
}

const ALL = '*'

/** The map in words: every desk, to choose one or several; the map and the list choose each other. */
export function EditorList({ plan, selection, wrongDesks, onSelect, onShow }: EditorListProps) {
  const { t } = useTranslation(['places', 'everyday'])
  const [area, setArea] = useState(ALL)
  const [typed, setTyped] = useState('')
  const q = useDeferredValue(typed.trim().toLowerCase())
  const shown = useMemo(
    () =>
      plan.desks
        .filter((desk) => (area === ALL || desk.area === area) && desk.code.toLowerCase().includes(q))
        .sort((a, b) => a.code.localeCompare(b.code)),
    [plan.desks, area, q],
  )
  const all = shown.length > 0 && shown.every((desk) => selection.desks.has(desk.id))
  const latest = useRef({ selection, onSelect, onShow })
  // Synchronises what the rows' one unchanging handler reads, so that a choice draws only its own row again.
  useEffect(() => {
    latest.current = { selection, onSelect, onShow }
  })
  const toggle = useCallback((id: number, chosen: boolean) => {
    const desks = new Set(latest.current.selection.desks)
    if (chosen) desks.add(id)
    else desks.delete(id)
    latest.current.onSelect({ desks, area: null })
    if (chosen) latest.current.onShow(id)
  }, [])
  return (
    <section aria-label={t('editor.list.title')} className="edit-list">
      <div className="flex flex-wrap items-end gap-3 pb-3">
        <h2 className="me-auto text-xl font-bold">{t('editor.list.title')}</h2>
        <TextField
          label={t('editor.list.find')}
          type="search"
          value={typed}
          onChange={setTyped}
          className="w-40 [&_input]:min-h-11 [&_label]:text-sm"
        />
        <Select
          label={t('editor.area')}
          value={area}
          options={[
            { value: ALL, label: t('editor.list.everywhere') },
            { value: '', label: t('editor.noArea') },
            ...plan.areas.map((one) => ({ value: one.code, label: `${one.code} ${one.name}`.trim() })),
          ]}
          onChange={setArea}
        />
      </div>
      <table className="edit-table">
        <thead>
          <tr>
            <th scope="col" className="tick-cell">
              <label className="tick">
                <span className="sr-only">{t('editor.list.chooseAll')}</span>
                <input
                  type="checkbox"
                  checked={all}
                  onChange={() =>
                    onSelect({ desks: new Set(all ? [] : shown.map((desk) => desk.id)), area: null })
                  }
                />
              </label>
            </th>
            <th scope="col">{t('editor.code')}</th>
            <th scope="col">{t('editor.area')}</th>
            <th scope="col">{t('editor.mode')}</th>
            <th scope="col" className="edit-wide">
              {t('editor.list.place')}
            </th>
            <th scope="col" className="edit-wide">
              {t('editor.features')}
            </th>
          </tr>
        </thead>
        <tbody>
          {shown.map((desk) => (
            <Row
              key={desk.id}
              desk={desk}
              chosen={selection.desks.has(desk.id)}
              wrong={wrongDesks.has(desk.id)}
              onToggle={toggle}
            />
          ))}
        </tbody>
      </table>
      {shown.length === 0 && <p className="py-4 text-quiet">{t('editor.list.none')}</p>}
    </section>
  )
}

interface RowProps {
  desk: EditedDesk
  chosen: boolean
  wrong: boolean
  onToggle: (id: number, chosen: boolean) => void
}

/** A row; drawn again only when its own desk changed. */
const Row = memo(function Row({ desk, chosen, wrong, onToggle }: RowProps) {
  const { t } = useTranslation(['places', 'everyday'])
  return (
    <tr data-chosen={chosen || undefined}>
      <td className="tick-cell">
        <label className="tick">
          <span className="sr-only">
            {t('editor.list.choose', { code: desk.code || t('editor.noCode') })}
          </span>
          <input
            type="checkbox"
            checked={chosen}
            onChange={(event) => onToggle(desk.id, event.target.checked)}
          />
        </label>
      </td>
      <th scope="row">
        {desk.code || t('editor.noCode')}
        {wrong && <span className="edit-wrong-word">{t('editor.wrong')}</span>}
      </th>
      <td>{desk.area || '—'}</td>
      <td>{t(`editor.modes.${desk.mode}`)}</td>
      <td className="edit-wide">
        {t('editor.list.at', { x: desk.x.toFixed(2), y: desk.y.toFixed(2) })}
        {desk.rotation !== 0 && ` ${desk.rotation}°`}
      </td>
      <td className="edit-wide">
        {desk.features.map((feature) => t(`everyday:feature.${feature}`)).join(t('editor.separator')) || '—'}
      </td>
    </tr>
  )
})
