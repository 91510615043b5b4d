import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '#/ui/Button'
import { PlusIcon } from '#/ui/icons'
import { ClosureList } from './ClosureList'
import { NewClosure } from './NewClosure'
import { PastClosures } from './PastClosures'
import './places.css'

/** What is closed, and closing something. */
export function Closures({ today }: { today: string }) {
  const { t } = useTranslation('places')
  const [adding, setAdding] = useState(false)
  const [returned, setReturned] = useState(false)
  return (
    <div className="flex flex-col gap-6">
      {adding ? (
        <NewClosure
          today={today}
          onDone={() => {
            setReturned(true)
            setAdding(false)
          }}
        />
      ) : (
        <Button
          kind="primary"
          className="self-start"
          autoFocus={returned}
          icon={<PlusIcon size={20} />}
          onPress={() => setAdding(true)}
        >
          {t('closures.new')}
        </Button>
      )}
      <ClosureList day={today} />
      <PastClosures />
    </div>
  )
}
