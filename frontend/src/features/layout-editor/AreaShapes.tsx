import { memo } from 'react'
import type { View } from '#/ui/plan/view'
import { HANDLES } from './area-commands'
import type { EditedArea } from './plan'

/** The areas' grounds, in metres, under the desks. */
export const AreaShapes = memo(function AreaShapes({
  areas,
  chosen,
  wrong,
}: {
  areas: readonly EditedArea[]
  chosen: number | null
  wrong: ReadonlySet<number>
}) {
  return areas.map((area) => (
    <rect
      key={area.id}
      className="edit-area"
      data-area={area.id}
      data-chosen={area.id === chosen || undefined}
      data-wrong={wrong.has(area.id) || undefined}
      x={area.x}
      y={area.y}
      width={area.width}
      height={area.height}
    />
  ))
})

/** The areas' codes and names, one size at every zoom; a press goes to what lies beneath. In window pixels. */
export function AreaNames({ areas, view }: { areas: readonly EditedArea[]; view: View }) {
  return areas.map((area) => (
    <text
      key={area.id}
      className="edit-area-name"
      x={view.x + area.x * view.scale + 6}
      y={view.y + area.y * view.scale + 14}
    >
      <tspan className="edit-area-code">{area.code || '?'}</tspan>
      {area.width * view.scale > 150 && <tspan dx={6}>{area.name}</tspan>}
    </text>
  ))
}

/** Eight handles around the chosen area and one to take it along; the form and the keys do the same. */
export function AreaHandles({ area, view }: { area: EditedArea; view: View }) {
  const left = view.x + area.x * view.scale
  const top = view.y + area.y * view.scale
  const width = area.width * view.scale
  const height = area.height * view.scale
  return (
    <g className="edit-handles">
      {HANDLES.map((handle, index) => (
        <rect
          key={`${handle.x} ${handle.y}`}
          data-handle={index}
          x={left + ((handle.x + 1) * width) / 2 - 6}
          y={top + ((handle.y + 1) * height) / 2 - 6}
          width={12}
          height={12}
          rx={2}
          style={{ cursor: CURSORS[index] }}
        />
      ))}
      <g data-grip transform={`translate(${left + width / 2} ${top - 18})`}>
        <rect x={-14} y={-11} width={28} height={22} rx={4} />
        <path d="M-7 0H7M0-7V7M-7 0l2.500-2M-7 0l2.500 2M7 0 4.500-2M7 0 4.500 2M0-7l-2 2.500M0-7l2 2.500M0 7l-2-2.500M0 7l2-2.500" />
      </g>
    </g>
  )
}

const CURSORS = [
  'nwse-resize',
  'ns-resize',
  'nesw-resize',
  'ew-resize',
  'nwse-resize',
  'ns-resize',
  'nesw-resize',
  'ew-resize',
]
