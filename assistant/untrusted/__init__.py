"""What documents and questions may carry besides their words: orders to an assistant, and what hides them."""
