import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { client } from '#/api/client'
import { useProblemWords } from '#/api/useProblemWords'
import { FileButton } from '#/ui/FileButton'
import { Notice } from '#/ui/Notice'
import { DxfChoices } from './DxfChoices'
import type { DxfDrawing } from './dxf-drawing'
import './places.css'

/** A drawing from CAD: read, looked at, and made into a draft of a floor. */
export function DxfImport({ today, onOpen }: { today: string; onOpen: (draft: number) => void }) {
  const { t } = useTranslation('places')
  const words = useProblemWords()
  const [name, setName] = useState('')
  const read = useMutation({
    mutationFn: async (file: File): Promise<DxfDrawing> => {
      const { data } = await client.POST('/dxf-drawings/', {
        body: { file: file.name },
        // The contract names the file by text; what is sent is the file itself.
        bodySerializer: () => {
          const form = new FormData()
          form.append('file', file, file.name)
          return form
        },
      })
      if (!data) throw new Error('a drawing read without an answer')
      return data
    },
  })
  return (
    <div className="flex flex-col gap-6">
      <div className="drop-zone">
        <p className="font-bold">{t('dxf.choose')}</p>
        <p className="text-sm text-quiet">{t('dxf.what')}</p>
        <FileButton
          accept=".dxf"
          onFiles={([file]) => {
            if (!file) return
            setName(file.name)
            read.mutate(file)
          }}
        >
          {t('dxf.chooseFile')}
        </FileButton>
        {name && <p className="text-sm">{name}</p>}
      </div>
      <div aria-live="polite">{read.isPending && <p>{t('dxf.reading')}</p>}</div>
      {read.isError && (
        <Notice tone="warn">
          <p className="font-bold">{words(read.error).title}</p>
          {words(read.error).lines.map((line) => (
            <p key={line}>{line}</p>
          ))}
        </Notice>
      )}
      {read.data && <DxfChoices key={read.data.id} drawing={read.data} today={today} onOpen={onOpen} />}
    </div>
  )
}
