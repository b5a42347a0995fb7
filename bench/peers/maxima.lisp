;; A question that Maxima asks back, such as "Is a positive or negative?", is an error: nobody answers.
(in-package :maxima)
(defun retrieve (message flag) (declare (ignore message flag)) (merror "a question"))
