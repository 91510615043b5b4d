import { addArea, moveArea, removeArea, reshapeArea } from './area-commands'
import { addDesk, copyDesks, moveDesks, removeDesks, turnDesks } from './desk-commands'
import type { Dragged } from './drag-kinds'
import { NOTHING } from './editing'
import type { KeyWish } from './keys'
import { metres } from './plan'
import type { Tool } from './tools'
import type { Editor } from './useEditor'

/** What keys, drags and buttons come to: commands of the editor. */
export function useWishes(editor: Editor, onTool: (tool: Tool) => void) {
  const { plan, selection, run, select } = editor
  const ids = selection.desks

  const copy = () =>
    run('copy', (now) => {
      const copied = copyDesks(now, ids)
      return { plan: copied.plan, select: { desks: copied.ids, area: null } }
    })

  const chooseAll = () => {
    const chosen = plan.desks.filter((desk) => ids.has(desk.id))
    const codes = new Set(chosen.map((desk) => desk.area))
    const area = plan.areas.find((one) => one.id === selection.area)
    if (area) codes.add(area.code)
    const whole =
      codes.size === 0 || chosen.length === plan.desks.filter((desk) => codes.has(desk.area)).length
    const desks = plan.desks.filter((desk) => whole || codes.has(desk.area)).map((desk) => desk.id)
    select({ desks: new Set(desks), area: null })
  }

  const wish = (wanted: KeyWish) => {
    const area = selection.area
    switch (wanted.kind) {
      case 'move':
        if (area !== null) run('shapeArea', (now) => moveArea(now, area, wanted.dx, wanted.dy), `k ${area}`)
        else if (ids.size > 0)
          run('move', (now) => moveDesks(now, ids, wanted.dx, wanted.dy), `k ${[...ids].join(' ')}`)
        break
      case 'resize':
        if (area !== null)
          run(
            'shapeArea',
            (now) =>
              reshapeArea(now, area, (box) => ({
                ...box,
                width: Math.max(0.5, box.width + wanted.dx),
                height: Math.max(0.5, box.height + wanted.dy),
              })),
            `s ${area}`,
          )
        break
      case 'turn':
        if (ids.size > 0) run('turn', (now) => turnDesks(now, ids, wanted.by), `t ${[...ids].join(' ')}`)
        break
      case 'remove':
        if (area !== null) run('removeArea', (now) => removeArea(now, area))
        else if (ids.size > 0) run('remove', (now) => removeDesks(now, ids))
        break
      case 'copy':
        if (ids.size > 0) copy()
        break
      case 'all':
        chooseAll()
        break
      case 'leave':
        select(NOTHING)
        onTool('select')
        break
      case 'undo':
        editor.undo()
        break
      case 'redo':
        editor.redo()
        break
    }
  }

  const dragged = (drag: Dragged) => {
    switch (drag.kind) {
      case 'desks':
        if (drag.dx !== 0 || drag.dy !== 0) run('move', (now) => moveDesks(now, ids, drag.dx, drag.dy))
        break
      case 'turn':
        if (drag.by !== 0) run('turn', (now) => turnDesks(now, ids, drag.by))
        break
      case 'choose':
        select({ desks: drag.ids, area: null })
        break
      case 'area':
        run('shapeArea', (now) => reshapeArea(now, drag.id, () => drag.box))
        break
      case 'draw':
        onTool('select')
        if (drag.box.width < 0.5 || drag.box.height < 0.5) break
        run('addArea', (now) => {
          const added = addArea(now, drag.box, '')
          return { plan: added.plan, select: { desks: new Set(), area: added.id } }
        })
        break
    }
  }

  const placeDesk = (at: { x: number; y: number }) =>
    run('add', (now) => {
      const added = addDesk(now, { x: metres(at.x), y: metres(at.y) })
      return { plan: added.plan, select: { desks: new Set([added.id]), area: null } }
    })

  return { wish, dragged, placeDesk, copy }
}
