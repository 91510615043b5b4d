import { createFileRoute } from '@tanstack/react-router'
import { bookSearch } from '#/features/bookings/search'
import { BookScreen } from './-book/BookScreen'

export const Route = createFileRoute('/book')({
  validateSearch: (raw: Record<string, unknown>) => bookSearch(raw),
  component: Book,
})

function Book() {
  const navigate = Route.useNavigate()
  return (
    <BookScreen
      search={Route.useSearch()}
      onSearch={(change, replace = false) =>
        void navigate({
          search: (before) => bookSearch({ ...before, ...change }),
          replace,
          resetScroll: false,
        })
      }
    />
  )
}
