import { type ComponentType, lazy } from 'react'
import { type Book, openBooks } from './i18n'

/** A part of a screen that comes after it, with the books of words it speaks from. */
export function lazyPart<Props>(load: () => Promise<ComponentType<Props>>, ...books: Book[]) {
  return lazy(async () => {
    const [part] = await Promise.all([load(), openBooks(...books)])
    return { default: part }
  })
}
