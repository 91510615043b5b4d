import type { Ref } from 'react'

/** What a drag moves: written to directly, frame by frame, so that nothing else is drawn meanwhile. */
export interface DragMarks {
  ghost: SVGGElement | null
  ghostPath: SVGPathElement | null
  guideX: SVGLineElement | null
  guideY: SVGLineElement | null
  band: SVGRectElement | null
}

/** The outline of what is being dragged, the lines it snaps to, and the band that chooses or draws. In metres. */
export function DragLayer({ marks }: { marks: Ref<SVGGElement> }) {
  return (
    <g className="drag-layer" ref={marks}>
      <g data-part="ghost">
        <path data-part="ghost-path" className="drag-ghost" />
      </g>
      <line data-part="guide-x" className="drag-guide" />
      <line data-part="guide-y" className="drag-guide" />
      <rect data-part="band" className="drag-band" />
    </g>
  )
}

export function marksOf(layer: SVGGElement | null): DragMarks {
  const part = <Kind extends SVGElement>(name: string) =>
    layer?.querySelector<Kind>(`[data-part="${name}"]`) ?? null
  return {
    ghost: part<SVGGElement>('ghost'),
    ghostPath: part<SVGPathElement>('ghost-path'),
    guideX: part<SVGLineElement>('guide-x'),
    guideY: part<SVGLineElement>('guide-y'),
    band: part<SVGRectElement>('band'),
  }
}
