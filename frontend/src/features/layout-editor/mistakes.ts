import type { DraftMistake } from '#/api/layout-drafts'
import type { EditedPlan } from './plan'

/** A mistake and the desk or area it is said of, as far as that is still there. */
export interface PlacedMistake {
  mistake: DraftMistake
  desk: number | null
  area: number | null
}

/** The mistakes of the saved draft, laid onto what is drawn now: by place, or by code where things moved on. */
export function placedMistakes(mistakes: readonly DraftMistake[], plan: EditedPlan): PlacedMistake[] {
  return mistakes.map((mistake) => ({
    mistake,
    desk: mistake.subject === 'desk' ? subjectOf(plan.desks, mistake) : null,
    area: mistake.subject === 'area' ? subjectOf(plan.areas, mistake) : null,
  }))
}

function subjectOf(
  things: readonly { id: number; code: string }[],
  { place, subject_code: code }: DraftMistake,
): number | null {
  const there = place === null ? undefined : things[place]
  const meant = there?.code === code ? there : things.find((thing) => thing.code === code)
  return meant?.id ?? null
}
