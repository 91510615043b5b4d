import { placeLook } from '#/ui/place-look'
import type { Cell } from './cells'

/** Ground and ink of a cell; a request that waits has its dashed frame inside. */
export function cellLook(cell: Cell): string {
  switch (cell.kind) {
    case 'known':
      return placeLook[cell.place]
    case 'presumed':
      return 'bg-white text-faint'
    case 'pending':
      return 'bg-white'
    case 'hidden':
    case 'nothing':
      return 'bg-white text-faint'
  }
}
