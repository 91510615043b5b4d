import { useQuery } from '@tanstack/react-query'
import { type KeyboardEvent, type ReactNode, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type LayoutDraft, reviewOptions } from '#/api/layout-drafts'
import { NARROW, useMedia } from '#/lib/useMedia'
import { Button } from '#/ui/Button'
import { SegmentedControl } from '#/ui/SegmentedControl'
import { renumberDesks } from './desk-commands'
import { EditorAside } from './EditorAside'
import { EditorList } from './EditorList'
import { EditorMap, type EditorMapHandle } from './EditorMap'
import { EditorToolbar } from './EditorToolbar'
import { type KeptWork, keptWork } from './kept-work'
import { keyWish } from './keys'
import { MapLegend } from './MapLegend'
import { type PlacedMistake, placedMistakes } from './mistakes'
import { OvertakenDialog } from './OvertakenDialog'
import { editedPlan } from './plan'
import { SavingNote } from './SavingNote'
import type { Tool } from './tools'
import { UnsavedNotice } from './UnsavedNotice'
import { useDraftSaving } from './useDraftSaving'
import { useEditor } from './useEditor'
import { useWishes } from './useWishes'
import './layout-editor.css'

interface LayoutEditorProps {
  draft: LayoutDraft
  today: string
  /** What stands above: the heading with the way back. */
  heading: ReactNode
  /** Saved, and on to the review. */
  onReview: () => void
  /** Read the draft anew, as somebody else saved it. */
  onReload: () => void
  /** On to another draft. */
  onOpen: (draft: number) => void
}

const NO_CODES: ReadonlyMap<number, string> = new Map()

/** A floor in work: map, list and properties, every change a step that can be undone, saved by itself. */
export function LayoutEditor({ draft, today, heading, onReview, onReload, onOpen }: LayoutEditorProps) {
  const { t } = useTranslation('places')
  const narrow = useMedia(NARROW)
  const [first] = useState(() => editedPlan(draft.content))
  const [kept, setKept] = useState<KeptWork | null>(() => keptWork(draft.id))
  const [head, setHead] = useState({ name: draft.name, effective_from: draft.effective_from })
  const editor = useEditor(first)
  const { plan, selection, run, select } = editor
  const { saving, flush, saveCopy, letGo } = useDraftSaving(draft, plan, head)
  const [tool, setTool] = useState<Tool>('select')
  const [view, setView] = useState<'map' | 'list'>('map')
  const [numbering, setNumbering] = useState<ReadonlySet<number> | null>(null)
  const [tried, setTried] = useState(NO_CODES)
  const map = useRef<EditorMapHandle>(null)
  const section = useRef<HTMLElement>(null)
  const { wish, dragged, placeDesk, copy } = useWishes(editor, setTool)
  const review = useQuery(reviewOptions(draft.id))
  const mistakes = useMemo(
    () => (review.data ? placedMistakes(review.data.mistakes, plan) : null),
    [review.data, plan],
  )
  const wrongDesks = useMemo(() => idsOf(mistakes, 'desk'), [mistakes])
  const wrongAreas = useMemo(() => idsOf(mistakes, 'area'), [mistakes])

  const leaveNumbering = () => {
    setNumbering(null)
    setTried(NO_CODES)
  }
  const number = () => {
    const area = plan.areas.find((one) => one.id === selection.area)
    const ids = area
      ? plan.desks.filter((desk) => desk.area === area.code).map((desk) => desk.id)
      : [...selection.desks]
    setNumbering(new Set(ids.length > 0 ? ids : plan.desks.map((desk) => desk.id)))
  }
  const open = ({ desk, area }: PlacedMistake) => {
    leaveNumbering()
    if (desk !== null) {
      select({ desks: new Set([desk]), area: null })
      map.current?.showDesk(desk, false)
    } else if (area !== null) {
      select({ desks: new Set(), area })
      map.current?.showArea(area)
    }
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.target instanceof HTMLInputElement && event.target.type !== 'checkbox') return
    const wanted = keyWish(event, false)
    if (wanted?.kind !== 'undo' && wanted?.kind !== 'redo') return
    event.preventDefault()
    wish(wanted)
  }

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: hears Ctrl+Z wherever the keyboard is within the editor
    <div className="layout-editor" onKeyDown={onKeyDown}>
      <div className="edit-head">
        {heading}
        <SavingNote saving={saving} />
        <Button
          kind="primary"
          isDisabled={draft.closed}
          onPress={() => void flush().then((saved) => saved && onReview())}
        >
          {t('editor.toReview')}
        </Button>
      </div>
      {kept && (
        <UnsavedNotice
          kept={kept}
          onUse={() => {
            run('restore', () => editedPlan(kept.content))
            setKept(null)
          }}
          onDrop={() => {
            letGo()
            setKept(null)
          }}
        />
      )}
      <EditorToolbar
        tool={tool}
        onTool={setTool}
        undoes={editor.undoes}
        redoes={editor.redoes}
        onUndo={editor.undo}
        onRedo={editor.redo}
        onNumber={number}
      />
      {narrow && (
        <SegmentedControl
          label={t('editor.view.label')}
          value={view}
          wide
          className="mb-3"
          segments={[
            { value: 'map', label: t('editor.view.map') },
            { value: 'list', label: t('editor.view.list') },
          ]}
          onChange={setView}
        />
      )}
      <div className="edit-body-grid">
        {(!narrow || view === 'map') && (
          <section ref={section} className="edit-plan" aria-label={t('editor.map')}>
            <EditorMap
              ref={map}
              plan={plan}
              planUrl={draft.plan_url}
              floorName={draft.floor.name}
              selection={selection}
              tool={tool}
              wrongDesks={wrongDesks}
              wrongAreas={wrongAreas}
              tried={tried}
              onSelect={(next) => {
                leaveNumbering()
                select(next)
                if (narrow && (next.desks.size > 0 || next.area !== null))
                  section.current?.scrollIntoView({ block: 'start' })
              }}
              onDragged={dragged}
              onPlaceDesk={placeDesk}
              onWish={wish}
            />
            <MapLegend />
          </section>
        )}
        {(!narrow || view === 'list') && (
          <EditorList
            plan={plan}
            selection={selection}
            wrongDesks={wrongDesks}
            onSelect={select}
            onShow={(desk) => map.current?.showDesk(desk, false)}
          />
        )}
        <EditorAside
          editor={editor}
          head={head}
          today={today}
          tool={tool}
          mistakes={mistakes}
          failed={review.isError}
          numbering={numbering}
          onHead={setHead}
          onTry={setTried}
          onNumber={number}
          onNumbered={(codes) => {
            run('number', (now) => renumberDesks(now, codes))
            leaveNumbering()
          }}
          onLeaveNumbering={leaveNumbering}
          onCopy={copy}
          onOpenMistake={open}
          onTool={setTool}
        />
      </div>
      <OvertakenDialog
        open={saving.kind === 'overtaken'}
        by={saving.kind === 'overtaken' ? saving.by : null}
        onReload={() => {
          letGo()
          onReload()
        }}
        onCopy={async () =>
          onOpen(await saveCopy(t('editor.copyName', { name: head.name || draft.floor.name })))
        }
      />
    </div>
  )
}

function idsOf(mistakes: readonly PlacedMistake[] | null, of: 'desk' | 'area'): ReadonlySet<number> {
  return new Set((mistakes ?? []).flatMap((placed) => placed[of] ?? []))
}
