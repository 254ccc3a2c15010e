function drawElements(host, block) { nothing(host, block.title); }
