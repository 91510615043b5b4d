import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '#/ui/Button'
import { CloseIcon } from '#/ui/icons'
import { AreaPanel } from './AreaPanel'
import { DesksPanel } from './DesksPanel'
import { NOTHING } from './editing'
import { FloorPanel } from './FloorPanel'
import { MistakeList } from './MistakeList'
import type { PlacedMistake } from './mistakes'
import { NumberDesks } from './NumberDesks'
import type { Tool } from './tools'
import type { DraftHead } from './useDraftSaving'
import type { Editor } from './useEditor'

interface EditorAsideProps {
  editor: Editor
  head: DraftHead
  today: string
  tool: Tool
  mistakes: readonly PlacedMistake[] | null
  /** The check could not be asked for. */
  failed: boolean
  /** The desks being numbered. */
  numbering: ReadonlySet<number> | null
  onHead: (head: DraftHead) => void
  onTry: (codes: ReadonlyMap<number, string>) => void
  onNumber: () => void
  onNumbered: (codes: ReadonlyMap<number, string>) => void
  onLeaveNumbering: () => void
  onCopy: () => void
  onOpenMistake: (mistake: PlacedMistake) => void
  onTool: (tool: Tool) => void
}

/** Beside the map (from below on a phone): what is chosen, to change; below it what has to be mended. */
export function EditorAside(props: EditorAsideProps) {
  const { t } = useTranslation(['places', 'everyday'])
  const heading = useId()
  const [unfolded, setUnfolded] = useState(false)
  const { editor, mistakes, numbering, tool } = props
  const { plan, selection, run, select } = editor
  const desks = plan.desks.filter((desk) => selection.desks.has(desk.id))
  const numbered = numbering && plan.desks.filter((desk) => numbering.has(desk.id))
  const area = plan.areas.find((one) => one.id === selection.area)
  const errors = mistakes?.filter(({ mistake }) => mistake.severity === 'error').length ?? 0
  const closable = numbered !== null || desks.length > 0 || area !== undefined || tool !== 'select'
  const title = numbered
    ? t('editor.numbering.title', { count: numbered.length })
    : desks.length === 1
      ? desks[0]?.code || t('editor.noCode')
      : desks.length > 1
        ? t('editor.chosenDesks', { count: desks.length })
        : area
          ? t('editor.areaTitle', { code: area.code || '?' })
          : tool === 'desk'
            ? t('editor.tools.desk')
            : tool === 'draw'
              ? t('editor.tools.draw')
              : t('editor.draft')
  const close = () => {
    props.onTool('select')
    if (numbered) props.onLeaveNumbering()
    else select(NOTHING)
  }
  return (
    <aside className="edit-aside" data-closable={closable || undefined} data-unfolded={unfolded || undefined}>
      <section className="edit-panel" aria-labelledby={heading}>
        <div className="flex items-center gap-2">
          <h2 id={heading} className="text-xl leading-[1.4] font-bold">
            {title}
          </h2>
          <span className="ms-auto flex">
            {closable && (
              <button
                type="button"
                className="edit-unfold"
                aria-expanded={unfolded}
                onClick={() => setUnfolded(!unfolded)}
              >
                {t(unfolded ? 'editor.fold' : 'editor.unfold')}
              </button>
            )}
            {closable && (
              <Button kind="link" className="no-underline" icon={<CloseIcon size={18} />} onPress={close}>
                {t('everyday:ui.close')}
              </Button>
            )}
          </span>
        </div>
        <div className="edit-panel-body">
          {numbered ? (
            <NumberDesks
              key={[...(numbering ?? [])].join(' ')}
              plan={plan}
              desks={numbered}
              onTry={props.onTry}
              onApply={props.onNumbered}
              onLeave={props.onLeaveNumbering}
            />
          ) : desks.length > 0 ? (
            <DesksPanel
              key={[...selection.desks].join(' ')}
              plan={plan}
              desks={desks}
              run={run}
              onCopy={props.onCopy}
              onNumber={props.onNumber}
            />
          ) : area ? (
            <AreaPanel
              key={area.id}
              plan={plan}
              area={area}
              run={run}
              onChooseDesks={() =>
                select({
                  desks: new Set(plan.desks.filter((desk) => desk.area === area.code).map((desk) => desk.id)),
                  area: null,
                })
              }
            />
          ) : (
            <FloorPanel
              plan={plan}
              head={props.head}
              today={props.today}
              tool={tool}
              run={run}
              onHead={props.onHead}
            />
          )}
        </div>
      </section>
      <section className="edit-mistakes" aria-label={t('editor.mistakes.title')}>
        <h2 className="mb-2 text-lg font-bold">
          {t('editor.mistakes.title')}
          {errors > 0 && <span className="mistake-count">{errors}</span>}
        </h2>
        <MistakeList mistakes={mistakes} failed={props.failed} onOpen={props.onOpenMistake} />
      </section>
    </aside>
  )
}
