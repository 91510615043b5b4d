import { type PlaceOrNone, pendingLook, placeLook } from './place-look'

interface PlaceLetterProps {
  place: PlaceOrNone
  /** The letter in the reader's language; the word of the place stands beside it. */
  letter: string
  /** Asked for and not yet decided. */
  pending?: boolean
}

/** The letter of a place on its tint. */
export function PlaceLetter({ place, letter, pending = false }: PlaceLetterProps) {
  return (
    <span
      aria-hidden="true"
      className={`inline-flex size-7 shrink-0 items-center justify-center rounded-4 font-medium ${(pending ? pendingLook : placeLook)[place]}`}
    >
      {letter}
    </span>
  )
}
