import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '#/ui/Button'
import { Dialog } from '#/ui/Dialog'
import { TextField } from '#/ui/TextField'
import { peopleOptions } from './queries'

interface AddPersonProps {
  onAdd: (person: number, name: string) => void
}

/** Somebody was found who is on no list: find them on the roll and mark them safe. */
export function AddPerson({ onAdd }: AddPersonProps) {
  const { t } = useTranslation('roster')
  const [open, setOpen] = useState(false)
  const [typed, setTyped] = useState('')
  const found = useQuery({ ...peopleOptions(typed), enabled: open && typed.trim() !== '' })
  return (
    <>
      <Button onPress={() => setOpen(true)}>{t('count.add')}</Button>
      <Dialog title={t('count.add')} open={open} onClose={() => setOpen(false)}>
        <p className="text-sm text-quiet">{t('count.addLead')}</p>
        <TextField
          className="mt-4"
          label={t('filter.search')}
          type="search"
          value={typed}
          onChange={setTyped}
          autoComplete="off"
        />
        <ul className="mt-2">
          {typed.trim() !== '' &&
            found.data?.results.map((person) => (
              <li key={person.id} className="flex items-center gap-3 border-b border-card py-2">
                <p className="min-w-0 grow">
                  <span className="font-bold">{person.name}</span>
                  <span className="block text-sm text-quiet">{person.department?.name}</span>
                </p>
                <Button
                  size="small"
                  onPress={() => {
                    onAdd(person.id, person.name)
                    setOpen(false)
                    setTyped('')
                  }}
                >
                  {t('count.addDo')}
                </Button>
              </li>
            ))}
        </ul>
        {typed.trim() !== '' && found.data?.results.length === 0 && (
          <p role="status" className="mt-2 text-sm">
            {t('count.addNone')}
          </p>
        )}
        <Button kind="quiet" className="mt-4" onPress={() => setOpen(false)}>
          {t('count.cancel')}
        </Button>
      </Dialog>
    </>
  )
}
