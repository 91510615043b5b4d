import { useTranslation } from 'react-i18next'
import { UndoIcon } from '#/ui/icons'
import type { StepName } from './history'
import { AddDeskIcon, AreaIcon, ArrowToolIcon, HandIcon, NumberIcon, RedoIcon } from './tool-icons'
import type { Tool } from './tools'

interface EditorToolbarProps {
  tool: Tool
  onTool: (tool: Tool) => void
  undoes: StepName | null
  redoes: StepName | null
  onUndo: () => void
  onRedo: () => void
  onNumber: () => void
}

const TOOL_ICONS = { select: ArrowToolIcon, pan: HandIcon, desk: AddDeskIcon, draw: AreaIcon }
const TOOLS_IN_ORDER: readonly Tool[] = ['select', 'pan', 'desk', 'draw']

/** Back and forth, each with what it undoes, and the tools. */
export function EditorToolbar(props: EditorToolbarProps) {
  const { t } = useTranslation('places')
  const { undoes, redoes, tool } = props
  return (
    <div role="toolbar" aria-label={t('editor.tools.label')} className="edit-toolbar">
      <button type="button" disabled={undoes === null} onClick={props.onUndo} aria-keyshortcuts="Control+Z">
        <UndoIcon size={20} />
        <span>
          {undoes === null ? t('editor.undo') : t('editor.undoStep', { step: t(`editor.steps.${undoes}`) })}
        </span>
      </button>
      <button type="button" disabled={redoes === null} onClick={props.onRedo} aria-keyshortcuts="Control+Y">
        <RedoIcon size={20} />
        <span>
          {redoes === null ? t('editor.redo') : t('editor.redoStep', { step: t(`editor.steps.${redoes}`) })}
        </span>
      </button>
      <span className="edit-toolbar-gap" />
      {TOOLS_IN_ORDER.map((one) => {
        const Icon = TOOL_ICONS[one]
        return (
          <button key={one} type="button" aria-pressed={tool === one} onClick={() => props.onTool(one)}>
            <Icon size={20} />
            <span>{t(`editor.tools.${one}`)}</span>
          </button>
        )
      })}
      <button type="button" onClick={props.onNumber}>
        <NumberIcon size={20} />
        <span>{t('editor.number')}</span>
      </button>
    </div>
  )
}
