import type { Sentence } from '../../sentences.ts'

export const sentences: Readonly<Record<Sentence, string>> = {
  'A value has the wrong form.': 'Un valor no tiene la forma correcta.',
  'This query parameter is not known here.': 'Este parámetro no se conoce aquí.',
  'This field cannot be filtered or sorted by.': 'No se puede filtrar ni ordenar por este campo.',
  'This request does not take a condition. If-Match and baseDigest are for changing, restoring or deleting pieces; a move names its digest.':
    'Esta petición no admite condición. If-Match y baseDigest sirven para cambiar, recuperar o borrar piezas; un paso nombra su huella.',
  'The query asks for too much at once.': 'La consulta pide demasiado a la vez.',
  'You may give several reviews: name the one that you give.': 'Puede dar varias revisiones: diga cuál da.',
  'This password is too easy to guess.': 'Esta contraseña es demasiado fácil de adivinar.',
  'There is nothing to import in this file.': 'No hay nada que importar en este archivo.',
  'This file is not text.': 'Este archivo no es texto.',
  'This file is in a format that cannot be imported.': 'Este formato de archivo no se puede importar.',
  'This text does not have the shape of a page.': 'Este texto no tiene la forma de una página.',
  'This file cannot be read.': 'Este archivo no se puede leer.',
  'You are not logged in.': 'No ha iniciado sesión.',
  'This API key is wrong, was revoked or has expired.': 'Esta clave de API es incorrecta, se revocó o caducó.',
  'You do not have the right to do this.': 'No tiene permiso para hacer esto.',
  'Nobody changes their own rights.': 'Nadie cambia sus propios permisos.',
  'What readers see is changed by transitions only.': 'Lo que ven los lectores solo cambia con los pasos del proceso.',
  'There is nothing here.': 'Aquí no hay nada.',
  'This address does not accept that method.': 'Esta dirección no acepta ese método.',
  'This document is older than the workflow and has not been adopted yet. It cannot be changed until then.':
    'Este documento es anterior al proceso y aún no se ha incorporado. Hasta entonces no se puede cambiar.',
  'This cannot be done at the stage of the piece.': 'No es posible en la fase en que está la pieza.',
  'The piece has changed since you looked at it.': 'La pieza ha cambiado desde que usted la vio.',
  'You have given this review already.': 'Ya ha dado esta revisión.',
  'Somebody saved a newer revision in the meantime. Nothing was overwritten.':
    'Alguien guardó entretanto una versión más reciente. No se sobrescribió nada.',
  'This text was signed off. Saving another one takes that back, which this save was not to do.':
    'Este texto tiene el visto bueno. Guardar otro lo anula, y esta vez no debía pasar.',
  'A public or signed-off piece shows this file.': 'Una pieza pública o con visto bueno muestra este archivo.',
  'At least one active administrator has to remain.': 'Debe quedar al menos una persona activa en la administración.',
  'At least one active person has to keep this role.': 'Al menos una persona activa debe conservar este rol.',
  'Something else still refers to this.': 'Hay algo que aún remite a esto.',
  'Somebody else changed the same thing at the same moment. Try again.':
    'Otra persona cambió lo mismo en el mismo momento. Inténtelo de nuevo.',
  'This piece was retracted.': 'Esta pieza fue retractada.',
  'The condition of the request does not hold.': 'La condición de la petición no se cumple.',
  'This is larger than the server accepts.': 'Es más grande de lo que acepta el servidor.',
  'This file is larger than a page can be.': 'Este archivo es más grande de lo que puede ser una página.',
  'This type of content is not accepted here.': 'Este tipo de contenido no se acepta aquí.',
  'The file does not have this range.': 'El archivo no tiene este intervalo.',
  'You worked on this revision, so somebody else has to sign it off.':
    'Usted trabajó en esta versión: otra persona debe dar el visto bueno.',
  'Only somebody with an account signs off. A link shows the text, and takes a comment.':
    'Solo aprueba quien tiene una cuenta. Un enlace muestra el texto y admite un comentario.',
  'A piece that was dropped or retracted is not shown to anybody.':
    'Una pieza descartada o retractada no se muestra a nadie.',
  'A link ends within {{count}} days from now.': 'Un enlace termina en {{count}} días como máximo.',
  'Another review has to be complete before this one.': 'Otra revisión tiene que estar completa antes de esta.',
  'The review “{{review}}” waits for: {{reviews}}.': 'La revisión «{{review}}» espera a: {{reviews}}.',
  'Sign-offs are missing for exactly this text.': 'Faltan vistos buenos para este texto exacto.',
  'Give a reason.': 'Indique un motivo.',
  'Give the public notice that readers will see.': 'Escriba el aviso que verán los lectores.',
  'The piece does not pass a quality gate.': 'La pieza no supera un control.',
  'The piece is under embargo.': 'La pieza está bajo embargo.',
  'Scheduled publication is switched off here.': 'La publicación programada está desactivada aquí.',
  'The time of publication has to be in the future.': 'La hora de publicación debe estar en el futuro.',
  'The import was refused.': 'La importación se rechazó.',
  'Somebody else is working on this document.': 'Otra persona está trabajando en este documento.',
  'Too many attempts. Wait a little.': 'Demasiados intentos. Espere un poco.',
  'Something went wrong on the server.': 'Algo falló en el servidor.',
  'The newsroom is busy. Nothing was changed; try again in a moment.':
    'El sistema está ocupado. No se cambió nada; inténtelo en un momento.',
  'You do not have the right to do this: {{move}}.': 'No tiene permiso para hacer esto: {{move}}.',
  'The piece is in the trash. Take it out first.': 'La pieza está en la papelera. Sáquela primero.',
  'Nothing of this piece is public.': 'Nada de esta pieza es público.',
  'No review that you could give is outstanding for this text.':
    'A este texto no le falta ninguna revisión que usted pueda dar.',
  'From {{stage}} this cannot be done; it starts from {{stages}}.':
    'Desde {{stage}} no es posible; parte de {{stages}}.',
  'The digest is now {{digest}}.': 'La huella es ahora {{digest}}.',
  'Readers were told that this piece is retracted. A text that takes this back has to be signed off first.':
    'Se dijo a los lectores que esta pieza está retractada. Un texto que lo revoque necesita antes el visto bueno.',
  'The piece is under embargo until {{until}}.': 'La pieza está bajo embargo hasta el {{until}}.',
  'The time has to be an ISO 8601 time with an offset or Z, such as 2026-03-01T06:00:00+01:00.':
    'La hora debe estar en ISO 8601 con desfase o Z, como 2026-03-01T06:00:00+01:00.',
  'The review “{{review}}” lacks {{count}} sign-off for exactly this text.':
    'A la revisión «{{review}}» le falta {{count}} visto bueno para este texto exacto.',
  'The review “{{review}}” lacks {{count}} sign-offs for exactly this text.':
    'A la revisión «{{review}}» le faltan {{count}} vistos buenos para este texto exacto.',
  '{{name}} gave it, and may not give it any more.': '{{name}} la dio y ya no puede darla.',
  'Somebody who is not here any more': 'Alguien que ya no está',
  'This piece has no review of that name. It needs: {{reviews}}.':
    'Esta pieza no tiene una revisión con ese nombre. Necesita: {{reviews}}.',
  'You may not give the review “{{review}}”.': 'No puede dar la revisión «{{review}}».',
  'You may give: {{reviews}}.': 'Puede dar: {{reviews}}.',
  'You wrote or sent out what went to readers without a review, so somebody else has to sign it off.':
    'Usted escribió o publicó lo que salió sin revisión: otra persona debe dar el visto bueno.',
  'You, or another account of yours, worked on this revision, so somebody else has to sign it off.':
    'Usted, u otra cuenta suya, trabajó en esta versión: otra persona debe dar el visto bueno.',
  'The piece was spiked. Restore it before you change it.': 'La pieza fue descartada. Recupérela antes de cambiarla.',
  'The piece was retracted. It cannot be changed any more.': 'La pieza fue retractada. Ya no se puede cambiar.',
  'Readers can see this piece, or its retraction. Withdraw it first.':
    'Los lectores ven esta pieza o su retractación. Retírela primero.',
  'A piece still refers to this.': 'Una pieza aún remite a esto.',
  '“{{title}}” still refers to this.': '«{{title}}» aún remite a esto.',
  'What this person did is on record under this account.': 'Lo que hizo esta persona consta con esta cuenta.',
  'Take its roles away instead.': 'En su lugar, quítele los roles.',
  'Take it out of the piece first. If the piece is public, that takes a new revision.':
    'Quítelo primero de la pieza. Si es pública, hace falta una nueva versión.',
  'A public piece shows this file.': 'Una pieza pública muestra este archivo.',
  'A piece that is signed off shows this file.': 'Una pieza con visto bueno muestra este archivo.',
  'Upload the new file as a media document of its own and put it into the piece.':
    'Suba el nuevo archivo como medio aparte y póngalo en la pieza.',
  'Somebody else’s piece shows this file.': 'La pieza de otra persona muestra este archivo.',
  'Upload the new file as a media document of its own.': 'Suba el nuevo archivo como medio aparte.',
  'Load the newest revision and make your change there.': 'Cargue la versión más reciente y haga ahí su cambio.',
  'Run `payload imprimatur:adopt` once.': 'Ejecute una vez `payload imprimatur:adopt`.',
  '“{{title}}” shows this file and is signed off.': '«{{title}}» muestra este archivo y tiene el visto bueno.',
  'A file that this piece shows was never read, so nobody can sign it off.':
    'Un archivo que muestra esta pieza nunca se leyó: nadie puede dar el visto bueno.',
  'Upload it again, or run `payload imprimatur:adopt`.': 'Súbalo de nuevo, o ejecute `payload imprimatur:adopt`.',
  'This piece has no such revision, or it is not kept any more.':
    'Esta pieza no tiene esa versión, o ya no se conserva.',
  'Somebody else holds this piece already.': 'Otra persona ya tiene esta pieza.',
  '{{name}} holds this piece already.': '{{name}} ya tiene esta pieza.',
  'Nobody with this id works here who may see this piece.':
    'Nadie con este identificador trabaja aquí y puede ver esta pieza.',
  'Somebody has taken or left these words already.': 'Alguien ya ha decidido sobre estas palabras.',
  'The words that this was suggested for do not stand in the text as they were, or not in one place alone.':
    'Las palabras para las que se propuso esto ya no están así en el texto, o no en un solo lugar.',
  'The words that would change are not all set alike, so it cannot be told how the new ones are to be set.':
    'Las palabras que cambiarían no tienen todas el mismo formato, así que no se sabe cuál dar a las nuevas.',
  'This comment suggests no words.': 'Este comentario no propone palabras.',
  'Name the digest of the text that you are looking at.': 'Indique la huella del texto que tiene delante.',
  'These are the words that stand there.': 'Esas son las palabras que ya están ahí.',
  'Words are suggested without breaks of lines.': 'Las palabras propuestas no llevan saltos de línea.',
  'Words can be suggested for a text only.': 'Solo se pueden proponer palabras para un texto.',
  'Words are suggested in the place of words.': 'Se proponen palabras en lugar de otras palabras.',
  'This piece has as many comments as are kept.': 'Esta pieza ya tiene tantos comentarios como se guardan.',
  'There are as many rules of style as are kept.': 'Ya hay tantas normas de estilo como se guardan.',
  'There are comments that nobody has resolved.': 'Hay comentarios que nadie ha resuelto.',
  'A comment is not resolved yet.': 'Un comentario aún no está resuelto.',
  '{{count}} comments are not resolved yet.': '{{count}} comentarios aún no están resueltos.',
  'These words do not stand at that place of that text.': 'Estas palabras no están en ese lugar de ese texto.',
  'Somebody who is mentioned is not here, or may not see this piece.':
    'Alguien a quien se menciona no está aquí o no puede ver esta pieza.',
  'A thread is resolved at its first comment.': 'Un hilo se resuelve en su primer comentario.',
  'This is not the first comment of a thread of this piece.': 'No es el primer comentario de un hilo de esta pieza.',
  'This piece is in another release that has not gone out.': 'Este contenido está en otro lote que aún no ha salido.',
  'A release holds 50 pieces at most.': 'Un lote contiene 50 contenidos como máximo.',
  'There is no piece in this release.': 'No hay ningún contenido en este lote.',
  'This release has gone out. Make a new one.': 'Este lote ya ha salido. Cree uno nuevo.',
  'This release has a time. Take it off the schedule first.': 'Este lote tiene una hora de salida. Quítela primero.',
  'This release has no time.': 'Este lote no tiene hora de salida.',
  'The release has changed since you looked at it.': 'El lote ha cambiado desde que lo vio.',
  'This piece is in the release “{{name}}” already.': 'Este contenido ya está en el lote «{{name}}».',
  'This piece was deleted.': 'Este contenido se eliminó.',
  'This piece was changed or moved after the time was set, and is not scheduled any more.':
    'Este contenido se modificó o se movió después de programarlo y ya no está programado.',
  'This piece was given a time of its own after that of the release was set.':
    'Este contenido recibió una hora propia después de fijarse la del lote.',
  'The period has to begin before it ends.': 'El periodo tiene que empezar antes de acabar.',
  'A report is of a year at most.': 'Un informe abarca un año como máximo.',
  'Give a day such as 2026-03-01, or a time in ISO 8601 with an offset or Z.':
    'Indique un día como 2026-03-01 o una hora ISO 8601 con desfase o Z.',
  'Give at most {{characters}} characters and {{words}} words.':
    'Indique como máximo {{characters}} caracteres y {{words}} palabras.',
  'Give characters that can be seen.': 'Indique caracteres visibles.',
  'The index is being made: {{count}} pieces to go. Try again later.':
    'El índice se está creando: faltan {{count}} piezas. Inténtelo más tarde.',
}
